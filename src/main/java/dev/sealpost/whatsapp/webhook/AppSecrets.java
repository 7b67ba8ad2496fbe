package dev.sealpost.whatsapp.webhook;

import dev.sealpost.whatsapp.WhatsAppSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The app secrets a webhook may be signed with: the current one and, while it is being replaced, previous ones. A forged signature is
 * compared with all of them, each in constant time; that a right one is found sooner tells its maker nothing new.
 */
@Component
class AppSecrets {

    private final String current;
    private final List<String> previous;
    private final PreviousSecretUses uses;

    AppSecrets(WhatsAppSettings settings, PreviousSecretUses uses) {
        this.current = settings.appSecret();
        this.previous = settings.previousAppSecrets();
        this.uses = uses;
    }

    boolean signed(byte[] body, WebhookSignature signature) {
        return signature.matches(body, current) || signedBefore(body, signature);
    }

    private boolean signedBefore(byte[] body, WebhookSignature signature) {
        boolean matched = false;
        for (int i = 0; i < previous.size(); i++) {
            if (signature.matches(body, previous.get(i))) {
                uses.note(i + 1);
                matched = true;
            }
        }
        return matched;
    }
}
