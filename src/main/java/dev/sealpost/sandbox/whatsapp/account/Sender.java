package dev.sealpost.sandbox.whatsapp.account;

import java.net.URI;
import java.util.Optional;

/**
 * A business phone number of an account and the app that owns it.
 *
 * @param phoneNumberId Meta's id of the number, part of the path messages are posted to
 * @param account the WhatsApp business account it belongs to
 * @param token the only bearer token taken for it
 * @param appSecret signs its webhooks
 * @param webhook where its statuses and inbound messages are posted; none are made while it is empty
 */
public record Sender(String phoneNumberId, String account, String token, String appSecret, Optional<URI> webhook) {
    public static final String DEFAULT_ACCOUNT = "200000000000001";

    private static final int LOCAL_DIGITS = 7;

    /** Of the account {@value #DEFAULT_ACCOUNT}. */
    public Sender(String phoneNumberId, String token, String appSecret, Optional<URI> webhook) {
        this(phoneNumberId, DEFAULT_ACCOUNT, token, appSecret, webhook);
    }

    /** Its number, +1 555 and the last digits of its id. */
    public String number() {
        String digits = "0".repeat(LOCAL_DIGITS) + phoneNumberId.replaceAll("\\D", "");
        return "1555" + digits.substring(digits.length() - LOCAL_DIGITS);
    }

    @Override
    public String toString() {
        return "Sender[phoneNumberId=%s, account=%s, webhook=%s]".formatted(phoneNumberId, account, webhook);
    }
}
