package dev.sealpost.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Writes a batch's result lines as they become known. The status is given with the first of them. */
final class Results {

    static final String JSON_LINES = "application/x-ndjson";

    private final HttpServletResponse response;
    private final ObjectWriter json;
    private boolean begun;

    Results(HttpServletResponse response, ObjectMapper json) {
        this.response = response;
        this.json = json.writer();
    }

    boolean begun() {
        return begun;
    }

    void write(List<ResultLine> lines) throws IOException {
        begin();
        for (ResultLine line : lines) {
            response.getOutputStream().write(json.writeValueAsBytes(line));
            response.getOutputStream().write('\n');
        }
        response.flushBuffer();
    }

    void begin() {
        if (!begun) {
            response.setStatus(HttpStatus.ACCEPTED.value());
            response.setContentType(JSON_LINES);
            begun = true;
        }
    }
}
