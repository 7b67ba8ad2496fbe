package dev.sealpost.sealing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.sealpost.subject.Recipient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plaintext of a sealed message: <code>{"v":1,"to":"+351…","fields":{…}}</code>, in this order, fields in theirs. Everything
 * outside ASCII is escaped, because a lone surrogate has no UTF-8 form and is to come out as it went in.
 */
final class ContentJson {

    private static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private ContentJson() {}

    static byte[] write(OpenedContent content) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            json.writeStringField("to", content.to().text());
            json.writeObjectFieldStart("fields");
            for (var field : content.fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Content cannot be written: " + e.getClass().getSimpleName());
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if it is anything but what {@link #write} writes, of this version; its message may quote the content */
    static OpenedContent read(byte[] bytes) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            expect("v".equals(json.nextFieldName()) && json.nextIntValue(0) == VERSION);
            expect("to".equals(json.nextFieldName()));
            Recipient to = Recipient.of(text(json));
            expect("fields".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_OBJECT);
            Map<String, String> fields = fields(json);
            expect(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null);
            return new OpenedContent(to, fields);
        } catch (IllegalArgumentException e) {
            throw new IOException("neither a phone number nor a user id");
        }
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            fields.put(name, text(json));
        }
        expect(json.currentToken() == JsonToken.END_OBJECT);
        return fields;
    }

    private static String text(JsonParser json) throws IOException {
        String text = json.nextTextValue();
        expect(text != null);
        return text;
    }

    private static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not a sealed message's content of version " + VERSION);
        }
    }
}
