package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Access;
import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.AppSwitches;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.time.Instant;
import java.util.Optional;

/** {@code GET /debug_token?input_token=…}: what a token is good for and how long. */
public final class DebugToken implements Endpoint {
    private static final String ID = "debug_token";
    private static final String APP = "300000000000001";

    private final Account account;
    private final AppSwitches switches;

    public DebugToken(Account account, AppSwitches switches) {
        this.account = account;
        this.switches = switches;
    }

    @Override
    public Optional<Outcome> answer(Access access, String id, GraphRequest request) {
        if (!id.equals(ID)) {
            return Optional.empty();
        }
        ObjectNode answer = Json.object();
        String token = request.query().getOrDefault("input_token", "");
        answer.set("data", account.accessOf(token).isPresent() ? known() : unknown());
        return Optional.of(Outcome.now(Reply.Answer.json(200, answer)));
    }

    private ObjectNode known() {
        AppSwitches.Setting setting = switches.setting();
        ObjectNode data = Json.object()
                .put("app_id", APP)
                .put("type", "SYSTEM_USER")
                .put("application", "Sandbox")
                .put("expires_at", setting.tokenExpiresAt())
                .put("data_access_expires_at", 0)
                .put("is_valid", !setting.isExpired(Instant.now()))
                .put("user_id", "400000000000001");
        data.putArray("scopes").add("whatsapp_business_management").add("whatsapp_business_messaging");
        return data;
    }

    private static ObjectNode unknown() {
        ObjectNode data = Json.object().put("is_valid", false);
        data.putObject("error").put("code", 190).put("message", "Invalid OAuth access token.");
        data.putArray("scopes");
        return data;
    }
}
