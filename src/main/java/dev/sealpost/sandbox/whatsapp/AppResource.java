package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.account.AppSwitches;
import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;

/** {@code /_sandbox/app}: whether calls need an {@code appsecret_proof}, and when the token expires. */
final class AppResource {
    private final AppSwitches switches;

    AppResource(AppSwitches switches) {
        this.switches = switches;
    }

    Reply.Answer get() {
        return Reply.Answer.json(200, Json.MAPPER.valueToTree(switches.setting()));
    }

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, AppSwitches.Setting.class, setting -> {
            switches.switchTo(setting);
            return get();
        });
    }
}
