package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import java.util.Collection;

/** Reads where people stand. Fails, never guesses, when the store cannot answer. */
public interface Consents {

    /** One query however many people; joins the caller's transaction if there is one. */
    ConsentSnapshot current(Collection<SubjectRef> subjects);
}
