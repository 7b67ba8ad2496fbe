package dev.sealpost.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Makes the request of the Cloud API from an order. */
final class TemplateMessage implements Processor {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void process(Exchange exchange) throws Exception {
        JsonNode order = JSON.readTree(exchange.getMessage().getBody(String.class));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader("Authorization", "Bearer sandbox-token");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(JSON.writeValueAsString(request(order)));
    }

    private static ObjectNode request(JsonNode order) {
        ObjectNode request = JSON.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("to", order.at("/customer/phone").asText().substring(1))
                .put("type", "template");
        ObjectNode template = request.putObject("template").put("name", "order_shipped");
        template.putObject("language").put("code", "en");
        ArrayNode parameters =
                template.putArray("components").addObject().put("type", "body").putArray("parameters");
        parameters.addObject().put("type", "text").put("text", order.at("/customer/name").asText().split(" ")[0]);
        parameters.addObject().put("type", "text").put("text", order.path("orderId").asText());
        parameters.addObject().put("type", "text").put("text", order.path("trackingUrl").asText());
        return request;
    }
}
