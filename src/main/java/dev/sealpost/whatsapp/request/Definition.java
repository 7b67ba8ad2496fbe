package dev.sealpost.whatsapp.request;

import dev.sealpost.consent.TemplateCategory;
import java.util.Optional;
import java.util.Set;

/** A message that flows may send, by its name in {@code config/templates.yml}. */
public sealed interface Definition permits Template, FreeForm {

    String name();

    TemplateCategory category();

    /** The name of the template of it that Meta has to approve; empty if it has none. */
    Optional<String> approved();

    /** The minimised fields it takes; each of them must be there. */
    Set<String> fields();
}
