package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.NumberState;
import dev.sealpost.sandbox.whatsapp.account.NumberStates;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;

/** {@code GET /{phone-number-id}} and {@code GET /{account}/phone_numbers}. */
public final class PhoneNumberNode {
    private static final String USUAL = "verified_name,code_verification_status,display_phone_number,quality_rating,"
            + "platform_type,throughput,last_onboarded_time,webhook_configuration";

    private final Account account;
    private final NumberStates states;

    public PhoneNumberNode(Account account, NumberStates states) {
        this.account = account;
        this.states = states;
    }

    public Outcome get(Sender sender, GraphRequest request) {
        return Outcome.now(Reply.Answer.json(200, Fields.of(request, USUAL).of(node(sender))));
    }

    public Reply.Answer list(String owner, GraphRequest request) {
        Fields fields = Fields.of(request, USUAL);
        var paging = new Paging(request);
        return Reply.Answer.json(
                200,
                paging.page(account.numbersOf(owner).stream()
                        .map(this::node)
                        .map(fields::of)
                        .toList()));
    }

    private ObjectNode node(Sender sender) {
        NumberState state = states.of(sender);
        ObjectNode node = Json.object()
                .put("verified_name", "Sandbox Shop")
                .put("code_verification_status", "VERIFIED")
                .put("display_phone_number", "+" + sender.number())
                .put("quality_rating", "GREEN")
                .put("platform_type", "CLOUD_API")
                .put("last_onboarded_time", "2026-01-01T00:00:00+0000")
                .put("account_mode", "SANDBOX")
                .put("name_status", "APPROVED")
                .put("status", state.registered() ? "CONNECTED" : "DISCONNECTED")
                .put("messaging_limit_tier", "TIER_UNLIMITED")
                .put("is_official_business_account", false)
                .put("is_pin_enabled", state.pin().isPresent())
                .put("id", sender.phoneNumberId());
        node.putObject("throughput").put("level", "STANDARD");
        node.putObject("quality_score").put("score", "GREEN");
        ObjectNode webhook = node.putObject("webhook_configuration");
        sender.webhook().ifPresent(uri -> webhook.put("application", uri.toString()));
        return node;
    }
}
