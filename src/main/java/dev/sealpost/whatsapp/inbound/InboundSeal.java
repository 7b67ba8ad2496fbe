package dev.sealpost.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sealpost.message.MessageId;
import dev.sealpost.vault.DataKey;

/** Seals what a person wrote under their own key, bound to the message. */
final class InboundSeal {

    private InboundSeal() {}

    static byte[] event(DataKey key, MessageId id, byte[] event) {
        return key.seal(event, bound("event", id));
    }

    /** @throws dev.sealpost.vault.SealBroken if it was altered or belongs to another message */
    static byte[] openEvent(DataKey key, MessageId id, byte[] sealed) {
        return key.open(sealed, bound("event", id));
    }

    static byte[] wamid(DataKey key, MessageId id, String wamid) {
        return key.seal(wamid.getBytes(UTF_8), bound("wamid", id));
    }

    /** @throws dev.sealpost.vault.SealBroken if it was altered or belongs to another message */
    static String openWamid(DataKey key, MessageId id, byte[] sealed) {
        return new String(key.open(sealed, bound("wamid", id)), UTF_8);
    }

    private static byte[] bound(String what, MessageId id) {
        return "inbound-%s|%s".formatted(what, id).getBytes(UTF_8);
    }
}
