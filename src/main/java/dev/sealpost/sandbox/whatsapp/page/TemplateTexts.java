package dev.sealpost.sandbox.whatsapp.page;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;

/** The accounts' templates. */
@FunctionalInterface
public interface TemplateTexts {
    /**
     * A template's components as Meta lists them ({@code HEADER}, {@code BODY}, {@code FOOTER}, {@code BUTTONS}); none if it is not known.
     *
     * @param number the business's number it was sent from, as Meta's phone number id
     */
    List<LenientObject> components(String number, String name, String language);
}
