package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final int[] HOSTILE = {
        0, 1, '\b', '\t', '\n', '\f', '\r', 0x1b, 0x1f, ' ', '"', '\'', '\\', '/', '<', 0x7f, 0x80, 0x9b, 0xe9, 0x2028,
        0x202e, 0xfeff, 0xfffd, 0xffff, 0x1f600, 0x10ffff, 0xd7ff, 0xe000
    };

    private final Random random = new Random(6962);

    @Test
    void isWhatRfc8785SaysOfItsOwnExample() {
        var members = new TreeMap<>(Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis"));

        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void anotherCanonicaliserLeavesItAsItIs() throws IOException {
        for (int i = 0; i < 5000; i++) {
            SortedMap<String, Object> members = members();
            members.put("evidence", members());

            String json = CanonicalJson.write(members);

            assertThat(new JsonCanonicalizer(json).getEncodedString()).isEqualTo(json);
        }
    }

    private SortedMap<String, Object> members() {
        var members = new TreeMap<String, Object>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            members.put(string(), string());
        }
        return members;
    }

    private String string() {
        return random.ints(random.nextInt(12), 0, HOSTILE.length * 2)
                .map(i -> i < HOSTILE.length ? HOSTILE[i] : anyScalar())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int anyScalar() {
        int codePoint = random.nextInt(0x110000);
        return codePoint >= 0xd800 && codePoint <= 0xdfff ? 'x' : codePoint;
    }
}
