package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;

/** The answer {@code {"success":true}}. */
public final class Success {
    public static final Reply.Answer ANSWER =
            Reply.Answer.json(200, Json.object().put("success", true));
    public static final Outcome OUTCOME = Outcome.now(ANSWER);

    private Success() {}
}
