package dev.sealpost.signature;

import dev.sealpost.intake.EventParsing;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.Vouching;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * What checking an event's signature costs, in microseconds of one thread: the best of six rounds, and what of it is not the Java
 * runtime's own verification. Run as {@code SealingCosts} says.
 */
public final class VerificationCosts {

    private static final int ROUNDS = 6;
    private static final int CALLS = 2_000;
    private static final String EVENT = "{\"customer\":{\"name\":\"Ana Souza\",\"phone\":\"+351912345678\"},\"items\":"
            + "[{\"qty\":2,\"sku\":\"S1\"}],\"orderId\":\"A-1001\",\"total\":59.9,\"trackingUrl\":\"https://track.example/A-1001\"}";

    private VerificationCosts() {}

    public static void main(String[] arguments) {
        EventSignatures signatures = signatures();
        for (SigningKey key : List.of(SigningKey.ed25519(), SigningKey.ec("secp256r1"), SigningKey.rsa(3_072))) {
            String signature = key.sign(EVENT);
            Signer beside = signer(key, new SignaturePlace.Header("X-Signature"));
            Signer within = signer(key, new SignaturePlace.Field("signature"));
            RawEvent event = new RawEvent(bytes(EVENT), "bench", new Vouching.Signature(signature));
            RawEvent signed = new RawEvent(
                    bytes(EVENT.substring(0, EVENT.length() - 1) + ",\"signature\":\"" + signature + "\"}"), "bench");
            print(key + " by the Java runtime alone", () -> key.verifies(EVENT, signature));
            print(key + " in a header", () -> signatures.objection(beside, event).isEmpty());
            print(key + " in a field", () -> signatures.objection(within, signed).isEmpty());
        }
    }

    private static Signer signer(SigningKey key, SignaturePlace place) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(key.algorithm()).orElseThrow();
        String id = key.algorithm() + "-1";
        return new Signer(
                "bench",
                place,
                List.of(new SignerKey(id, algorithm, key.pair().getPublic(), LocalDate.MIN, LocalDate.MAX)));
    }

    private static EventSignatures signatures() {
        CamelContext camel = new DefaultCamelContext();
        camel.start();
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("camel", camel);
        beans.registerSingleton("producer", camel.createProducerTemplate());
        ObjectProvider<CamelContext> context = beans.getBeanProvider(CamelContext.class);
        ObjectProvider<ProducerTemplate> producer = beans.getBeanProvider(ProducerTemplate.class);
        return new EventSignatures(EventParsing.json(), new CryptoVerify(context, producer));
    }

    private static void print(String what, Supplier<Boolean> call) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, microseconds(call));
        }
        System.out.printf("%-60s %8.1f µs%n", what, best);
    }

    private static double microseconds(Supplier<Boolean> call) {
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            if (!call.get()) {
                throw new AssertionError("A right signature is refused");
            }
        }
        return (System.nanoTime() - start) / 1_000.0 / CALLS;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
