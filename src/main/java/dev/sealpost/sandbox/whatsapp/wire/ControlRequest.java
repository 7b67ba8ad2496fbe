package dev.sealpost.sandbox.whatsapp.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.function.Function;

/** Reads what is posted to the control API strictly: an unknown field is answered with the known ones. */
public final class ControlRequest {
    private ControlRequest() {}

    public static <T> Reply.Answer read(byte[] body, Class<T> type, Function<T, Reply.Answer> action)
            throws IOException {
        T request;
        try {
            request = Json.MAPPER.readValue(body, type);
        } catch (UnrecognizedPropertyException e) {
            return Problem.badRequest("There is no field %s: allowed are %s"
                            .formatted(e.getPropertyName(), e.getKnownPropertyIds()))
                    .answer();
        } catch (JsonProcessingException e) {
            return Problem.badRequest("Not a JSON object of the expected form: " + e.getOriginalMessage())
                    .answer();
        }
        return request == null ? Problem.badRequest("A JSON object is expected").answer() : action.apply(request);
    }
}
