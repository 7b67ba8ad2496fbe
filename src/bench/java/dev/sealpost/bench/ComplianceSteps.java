package dev.sealpost.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks the consent up, encrypts and keeps the content, writes an audit line: three statements, each its own commit. */
final class ComplianceSteps implements Processor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final SecretKey HASH_KEY = new SecretKeySpec(new byte[32], "HmacSHA256");
    private static final int NONCE_BYTES = 12;

    private final JdbcTemplate database;
    private final SecureRandom random = new SecureRandom();

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
        database.update("INSERT INTO message VALUES (?, ?, now())", id, encrypt(body));
        database.update("INSERT INTO audit (message, what, at) VALUES (?, 'sending', now())", id);
    }

    private byte[] encrypt(String content) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, KEY, new GCMParameterSpec(128, nonce));
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(text.length)];
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
        return sealed;
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
