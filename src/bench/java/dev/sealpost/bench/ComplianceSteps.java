package dev.sealpost.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks the consent up, encrypts and keeps the content, writes an audit line: three statements, each its own commit. */
final class ComplianceSteps implements Processor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecretKey HASH_KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    private final JdbcTemplate database;
    private final ContentCipher cipher = new ContentCipher();

    ComplianceSteps(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        String body = exchange.getMessage().getBody(String.class);
        JsonNode order = JSON.readTree(body);
        String status = database.queryForObject(
                "SELECT status FROM consent WHERE phone_hash = ? AND purpose = 'order-updates'",
                String.class,
                hash(order.at("/customer/phone").asText()));
        if (!"granted".equals(status)) {
            exchange.setRouteStop(true);
            return;
        }
        UUID id = UUID.randomUUID();
        database.update("INSERT INTO message VALUES (?, ?, now())", id, cipher.encrypt(body));
        database.update("INSERT INTO audit (message, what, at) VALUES (?, 'sending', now())", id);
    }

    static byte[] hash(String phone) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(HASH_KEY);
            return mac.doFinal(phone.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
