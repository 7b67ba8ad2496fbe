package dev.sealpost.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A field's path")
class FieldPathTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"$.id,A-1", "$.customer.phone,351", "$.items[0].sku,S1", "$.items[1].tags[1],b", "$.first-name,Ana"})
    void namesOneField(String path, String value) throws Exception {
        JsonNode event = new ObjectMapper()
                .readTree("{\"id\":\"A-1\",\"customer\":{\"phone\":351},\"first-name\":\"Ana\","
                        + "\"items\":[{\"sku\":\"S1\"},{\"tags\":[\"a\",\"b\"]}]}");

        assertThat(FieldPath.of(path).in(event).asText()).isEqualTo(value);
    }

    @Test
    void isMissingWhereTheEventHasNoSuchField() throws Exception {
        JsonNode event = new ObjectMapper().readTree("{\"items\":[],\"id\":\"x\"}");

        assertThat(FieldPath.of("$.items[0].sku").in(event).isMissingNode()).isTrue();
        assertThat(FieldPath.of("$.id.deeper").in(event).isMissingNode()).isTrue();
        assertThat(FieldPath.of("$.items.name").in(event).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "$", "id", "$.", "$..id", "$.*", "$.items[*]", "$.items[-1]", "$.a[?(@.b)]", "$.a b", "${id}"
            })
    void evaluatesNothing(String text) {
        assertThatThrownBy(() -> FieldPath.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.customer.phone");
    }
}
