package dev.sealpost.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recorded JVM spent its CPU: each sample counts for the innermost frame that belongs to a known part. Samples are of Java
 * code only, not of compiler or collector threads ({@link ThreadCpu} has those), and without the main thread, which only starts.
 */
final class CpuProfile {

    private static final Map<String, List<String>> PARTS = parts();
    private static final int METHODS = 25;

    private final Map<String, Integer> byPart = new TreeMap<>();
    private final Map<String, Integer> byMethod = new TreeMap<>();
    private int samples;

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("JDBC and JPA", List.of("org.postgresql", "org.hibernate", "com.zaxxer", "org.springframework.jdbc", "jakarta.persistence"));
        parts.put("Kafka client", List.of("org.apache.kafka"));
        parts.put("crypto", List.of("com.google.crypto", "javax.crypto", "com.sun.crypto", "java.security", "sun.security"));
        parts.put("HTTP", List.of("org.apache.hc", "java.net.http", "sun.nio.ch", "org.apache.coyote", "org.apache.tomcat"));
        parts.put("JSON", List.of("com.fasterxml"));
        parts.put("phone numbers", List.of("com.google.i18n"));
        parts.put("Camel", List.of("org.apache.camel"));
        parts.put("Spring", List.of("org.springframework"));
        parts.put("the hub's own", List.of("dev.sealpost"));
        return parts;
    }

    static void print(Path recording) {
        CpuProfile profile = new CpuProfile();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                profile.add(file.readEvent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        profile.print();
    }

    private void add(RecordedEvent event) {
        boolean sample = event.getEventType().getName().equals("jdk.ExecutionSample");
        if (!sample || event.getStackTrace() == null || isStart(event)) {
            return;
        }
        samples++;
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        byPart.merge(partOf(frames), 1, Integer::sum);
        frames.stream()
                .map(frame -> name(frame.getMethod()))
                .filter(name -> name.startsWith("dev.sealpost"))
                .findFirst()
                .ifPresent(name -> byMethod.merge(name, 1, Integer::sum));
    }

    private static boolean isStart(RecordedEvent event) {
        return "main".equals(event.getThread("sampledThread").getJavaName());
    }

    private static String partOf(List<RecordedFrame> frames) {
        Stream<String> parts = frames.stream()
                .map(frame -> partOf(frame.getMethod().getType().getName()))
                .flatMap(Optional::stream);
        return parts.findFirst().orElse("other");
    }

    private static Optional<String> partOf(String type) {
        return PARTS.entrySet().stream()
                .filter(part -> part.getValue().stream().anyMatch(type::startsWith))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    private void print() {
        Console.print("%d samples, by part", samples);
        print(byPart);
        Console.print("by the innermost method of the hub");
        print(byMethod);
    }

    private void print(Map<String, Integer> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(METHODS)
                .forEach(each -> Console.print("  %5.1f %%  %s", each.getValue() * 100.0 / samples, each.getKey()));
    }
}
