package dev.sealpost.whatsapp.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.whatsapp.AccessTokens;
import dev.sealpost.whatsapp.Sender;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tokens in the database, sealed under the hub's key and bound to the number's id, and in this hub's memory. Never in a log, an
 * answer or an exception. One that cannot be opened is as if it were not there.
 */
@Component
class SealedTokens implements AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(SealedTokens.class);
    private static final String USE = "sender-token";

    private final JdbcClient jdbc;
    private final DataKey key;
    private volatile Map<String, String> byId = Map.of();

    SealedTokens(JdbcClient jdbc, HubSeal hubSeal) {
        this.jdbc = jdbc;
        this.key = hubSeal.forUse(USE);
    }

    @Override
    public String of(Sender sender) {
        return byId.getOrDefault(sender.phoneNumberId(), sender.token());
    }

    boolean isSealed(Sender sender) {
        return byId.containsKey(sender.phoneNumberId());
    }

    /** Takes over what other hubs were given. */
    void refresh() {
        Map<String, String> opened = new HashMap<>();
        jdbc.sql("SELECT phone_number_id, token FROM sender_token").query(row -> {
            open(row.getString("phone_number_id"), row.getBytes("token"), opened);
        });
        byId = Map.copyOf(opened);
    }

    void put(Sender sender, String token) {
        byte[] sealed = key.seal(token.getBytes(UTF_8), boundTo(sender.phoneNumberId()));
        jdbc.sql(
                        """
                        INSERT INTO sender_token (phone_number_id, token) VALUES (:id, :token)
                        ON CONFLICT (phone_number_id) DO UPDATE SET token = :token, set_at = now()
                        """)
                .param("id", sender.phoneNumberId())
                .param("token", sealed)
                .update();
    }

    /** @return false if there was none */
    boolean remove(Sender sender) {
        return jdbc.sql("DELETE FROM sender_token WHERE phone_number_id = ?")
                        .param(sender.phoneNumberId())
                        .update()
                > 0;
    }

    private void open(String id, byte[] sealed, Map<String, String> opened) {
        try {
            opened.put(id, new String(key.open(sealed, boundTo(id)), UTF_8));
        } catch (SealBroken broken) {
            LOG.error("The sealed token of the number {} cannot be opened; the configured one is used", id);
        }
    }

    private static byte[] boundTo(String id) {
        return (USE + "\n" + id).getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "SealedTokens[" + byId.size() + "]";
    }
}
