package dev.sealpost.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Makes what the statements of {@link ComponentsRoute} need from an order. */
final class StatementParameters implements Processor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContentCipher cipher = new ContentCipher();

    @Override
    public void process(Exchange exchange) throws Exception {
        String body = exchange.getMessage().getBody(String.class);
        JsonNode order = JSON.readTree(body);
        exchange.getMessage()
                .setBody(Map.of(
                        "phone", ComplianceSteps.hash(order.at("/customer/phone").asText()),
                        "id", UUID.randomUUID(),
                        "content", cipher.encrypt(body)));
    }
}
