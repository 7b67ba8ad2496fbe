package dev.sealpost.sealing;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.NumberCosts;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.vault.BlindIndexer;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.KeyCosts;
import dev.sealpost.vault.TestVault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What sealing costs a message, in microseconds of one thread: the best of five rounds after a warm-up.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * CP=target/bench:target/test-classes:target/classes:$(cat target/classpath)
 * javac -d target/bench -cp $CP $(find src/bench -name '*.java')
 * java -XX:+UseParallelGC -cp $CP dev.sealpost.sealing.SealingCosts
 * </pre>
 */
public final class SealingCosts {

    private static final int ROUNDS = 6;
    private static final int CALLS = 200_000;
    private static final Map<String, String> FIELDS = fields();

    private SealingCosts() {}

    public static void main(String[] arguments) {
        DataKey key = TestVault.dataKey();
        BlindIndexer indexer = TestVault.blindIndexer();
        var content = new OpenedContent(new PhoneNumber("+351912345678"), FIELDS);
        var binding = new Binding(MessageId.next(), SubjectRef.random(), "order-updates");
        SealedContent sealed = ContentSeal.seal(content, binding, key);
        print("seal " + sealed.ciphertext().length + " bytes", () -> ContentSeal.seal(content, binding, key));
        print("open", () -> ContentSeal.open(sealed, key));
        print("SHA-256 of the ciphertext", sealed::sha256);
        print("blind index", () -> indexer.index("phone", "+351912345678"));
        KeyCosts.all().forEach(SealingCosts::print);
        NumberCosts.all().forEach(SealingCosts::print);
    }

    private static void print(String what, Supplier<?> call) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, microseconds(call));
        }
        System.out.printf("%-40s %6.2f µs%n", what, best);
    }

    private static double microseconds(Supplier<?> call) {
        int kept = 0;
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            kept += System.identityHashCode(call.get()) & 1;
        }
        double elapsed = (System.nanoTime() - start) / 1_000.0 / CALLS;
        if (kept < 0) {
            throw new IllegalStateException();
        }
        return elapsed;
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("firstName", "Ana");
        fields.put("orderId", "A-1001");
        fields.put("trackingUrl", "https://track.example/A-1001");
        return fields;
    }
}
