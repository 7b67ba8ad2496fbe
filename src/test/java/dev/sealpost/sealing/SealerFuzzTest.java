package dev.sealpost.sealing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.TestVault;

/** Whatever is stored or was sealed, opening gives content or {@link SealBroken}, nothing else. */
class SealerFuzzTest {

    private static final DataKey KEY = TestVault.dataKey();
    private static final MessageId MESSAGE = MessageId.next();
    private static final SubjectRef SUBJECT = SubjectRef.random();
    private static final byte VERSION = 1;

    private final Sealer sealer = new SubjectSealer();

    @FuzzTest(maxDuration = "1m")
    void anyCiphertext(FuzzedDataProvider data) {
        open(data.consumeRemainingAsBytes());
    }

    @FuzzTest(maxDuration = "1m")
    void anyPlaintextUnderTheRightKey(FuzzedDataProvider data) {
        byte[] bound = new Binding(MESSAGE, SUBJECT, "p").associatedData(VERSION);
        byte[] sealed = KEY.seal(data.consumeRemainingAsBytes(), bound);
        byte[] ciphertext = new byte[sealed.length + 1];
        ciphertext[0] = VERSION;
        System.arraycopy(sealed, 0, ciphertext, 1, sealed.length);
        open(ciphertext);
    }

    private void open(byte[] ciphertext) {
        try {
            sealer.open(new SealedContent(MESSAGE, SUBJECT, "p", ciphertext), KEY);
        } catch (SealBroken expected) {
            assert expected.getCause() == null;
        }
    }
}
