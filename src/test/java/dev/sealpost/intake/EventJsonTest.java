package dev.sealpost.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An event is")
class EventJsonTest {

    private final EventJson json = new EventJson();

    @Test
    void readWhenItIsOneJsonObject() {
        EventJson.Result result =
                parse("{\"orderId\":\"A-1001\",\"total\":59.90,\"nested\":{\"list\":[1,null,true,\"é😀\"]}}");

        assertThat(result.fault()).isNull();
        assertThat(result.content().path("total").decimalValue()).isEqualByComparingTo("59.90");
    }

    @ParameterizedTest(name = "[{index}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "not json",
                "{",
                "{\"a\":}",
                "[1]",
                "\"text\"",
                "null",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":[\"\\udc00\\ud800\"]}",
                "<order/>",
            })
    void malformedOtherwise(String text) {
        assertThat(parse(text).fault().word()).isEqualTo("malformed");
    }

    @Test
    void malformedWhenItIsNotUtf8() {
        byte[] latin1 = {'{', '"', 'a', '"', ':', '"', (byte) 0xE9, '"', '}'};

        assertThat(json.parse(latin1).fault().word()).isEqualTo("malformed");
        assertThat(json.parse(new byte[64]).fault().word()).isEqualTo("malformed");
        assertThat(json.parse(null).fault().word()).isEqualTo("malformed");
    }

    @Test
    void readWhateverUnicodeEncodingRfc4627Allowed() {
        assertThat(json.parse("{\"a\":1}".getBytes(UTF_16)).fault()).isNull();
    }

    @Test
    void malformedWhenItIsTooDeepOrTooLarge() {
        assertThat(parse("{\"a\":" + "[".repeat(100_000)).fault().detail()).contains("deeper than 64");
        assertThat(json.parse(new byte[EventJson.MAX_BYTES + 1]).fault().detail())
                .contains("1048577 bytes; at most 1048576");
        assertThat(parse("{\"a\":1" + "0".repeat(5_000) + "}").fault().word()).isEqualTo("malformed");
    }

    @Test
    void neverQuotedInTheReason() {
        assertThat(parse("{\"phone\":\"+351912345678\" oops secret").fault().toString())
                .doesNotContain("351912345678")
                .doesNotContain("secret");
    }

    private EventJson.Result parse(String text) {
        return json.parse(text.getBytes(UTF_8));
    }
}
