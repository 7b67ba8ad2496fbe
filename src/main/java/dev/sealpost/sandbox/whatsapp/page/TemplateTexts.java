package dev.sealpost.sandbox.whatsapp.page;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;

/** The account's templates. */
@FunctionalInterface
public interface TemplateTexts {
    /** A template's components as Meta lists them ({@code HEADER}, {@code BODY}, {@code FOOTER}, {@code BUTTONS}); none if it is not known. */
    List<LenientObject> components(String name, String language);
}
