package dev.sealpost.whatsapp.request;

/** What Meta has approved, as far as the hub was told. */
public interface Approvals {

    /**
     * Whether an account may use a template in a language: true also where nothing is known.
     *
     * @param account the id of a WhatsApp business account, or null
     */
    boolean isApproved(String account, String template, String language);
}
