package dev.sealpost.sealing;

import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Seals content and opens it: a byte of version, then the data key's ciphertext; the version is bound too. */
final class ContentSeal {

    private static final byte VERSION = 1;

    private ContentSeal() {}

    static SealedContent seal(OpenedContent content, Binding binding, DataKey key) {
        byte[] sealed = key.seal(ContentJson.write(content), binding.associatedData(VERSION));
        byte[] ciphertext =
                ByteBuffer.allocate(1 + sealed.length).put(VERSION).put(sealed).array();
        return new SealedContent(binding.message(), binding.subject(), binding.purpose(), ciphertext);
    }

    static OpenedContent open(SealedContent content, DataKey key) {
        byte[] ciphertext = content.ciphertext();
        if (ciphertext.length == 0 || ciphertext[0] != VERSION) {
            throw new SealBroken("The content of %s is not of a version this hub knows".formatted(content.message()));
        }
        byte[] sealed = new byte[ciphertext.length - 1];
        System.arraycopy(ciphertext, 1, sealed, 0, sealed.length);
        var binding = new Binding(content.message(), content.subject(), content.purpose());
        try {
            return ContentJson.read(key.open(sealed, binding.associatedData(VERSION)));
        } catch (IOException e) {
            throw new SealBroken("What was sealed for %s is not a message's content".formatted(content.message()));
        }
    }
}
