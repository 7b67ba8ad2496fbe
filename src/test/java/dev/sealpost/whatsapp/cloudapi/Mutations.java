package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Broken variants of texts, the same in every run: what a fuzz test tries where no coverage guides it. */
public final class Mutations {

    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "1e999",
        "-0",
        "\\u0000",
        "\\ud800",
        "\u0000",
        "ÿ",
        "\"id\":",
        "\"code\":",
        "[[[[[["
    };

    private Mutations() {}

    public static Stream<byte[]> of(int count, String... texts) {
        Random random = new Random(20_26);
        return IntStream.range(0, count).mapToObj(i -> mutate(texts[i % texts.length].getBytes(UTF_8), random));
    }

    private static byte[] mutate(byte[] text, Random random) {
        byte[] mutated = text.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutated = mutateOnce(mutated, random);
        }
        return mutated;
    }

    private static byte[] mutateOnce(byte[] text, Random random) {
        if (text.length == 0) {
            return text;
        }
        int from = random.nextInt(text.length);
        int to = from + random.nextInt(Math.min(20, text.length - from));
        return switch (random.nextInt(4)) {
            case 0 -> splice(text, from, from, FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(UTF_8));
            case 1 -> splice(text, from, to, new byte[0]);
            case 2 -> splice(text, from, from + 1, new byte[] {(byte) random.nextInt(256)});
            default -> splice(text, from, from, text);
        };
    }

    private static byte[] splice(byte[] text, int from, int to, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.write(text, 0, from);
        out.writeBytes(between);
        out.write(text, to, text.length - to);
        return out.toByteArray();
    }
}
