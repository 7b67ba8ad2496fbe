package dev.sealpost.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed status webhooks over connections that are kept, each at its time whether or not those before were answered: what waits
 * because an answer is late counts as late too.
 */
final class WebhookLoad {

    private static final int CONNECTIONS = 64;
    private static final String SECRET = "sandbox-app-secret";

    private final int port;
    private final int perSecond;

    /** @param perSecond 0: as many as are answered */
    WebhookLoad(int port, int perSecond) {
        this.port = port;
        this.perSecond = perSecond;
    }

    /** @return how long each took, in microseconds, sorted */
    long[] run(int seconds, String name) {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        List<Callable<long[]>> connections = IntStream.range(0, CONNECTIONS)
                .<Callable<long[]>>mapToObj(i -> () -> connection(i, begin, seconds, name))
                .toList();
        try {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(connections)) {
                all.add(done.get());
            }
            return all.stream().flatMapToLong(LongStream::of).sorted().toArray();
        } catch (Exception failure) {
            throw new IllegalStateException("The load broke off", failure);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] connection(int index, long begin, int seconds, String name) {
        LongStream.Builder took = LongStream.builder();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int n = 0; ; n++) {
                long due = due(begin, index, n);
                byte[] request = request(name + "-" + index + "-" + n);
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() >= end) {
                    return took.build().toArray();
                }
                connection.post(request);
                took.add((System.nanoTime() - due) / 1000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long due(long begin, int index, int n) {
        return perSecond == 0
                ? Math.max(begin, System.nanoTime())
                : begin + TimeUnit.SECONDS.toNanos(1) * ((long) n * CONNECTIONS + index) / perSecond;
    }

    private static byte[] request(String id) {
        String body =
                """
                {"object":"whatsapp_business_account","entry":[{"id":"200000000000001","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550000001","phone_number_id":\
                "100000000000001"},"statuses":[{"id":"wamid.%s","status":"delivered","timestamp":"1764000000",\
                "recipient_id":"351912345678","conversation":{"id":"c","origin":{"type":"utility"}},"pricing":{"billable":true,\
                "pricing_model":"PMP","category":"utility"}}]}}]}]}"""
                        .formatted(id);
        return """
                POST /webhooks/whatsapp HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/json\r
                X-Hub-Signature-256: sha256=%s\r
                Content-Length: %d\r
                \r
                %s"""
                .formatted(hmac(body), body.length(), body)
                .getBytes(UTF_8);
    }

    private static String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
