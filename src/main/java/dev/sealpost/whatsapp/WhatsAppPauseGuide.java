package dev.sealpost.whatsapp;

import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseGuide;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.whatsapp.request.Definitions;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be paused on WhatsApp, and what to do about each reason. */
@Component
class WhatsAppPauseGuide implements PauseGuide {

    private static final Pattern COUNTRY = Pattern.compile("([^/]+)/[A-Z]{2}");
    private static final String LIFT = " Then lift it: sealpost pauses lift.";
    private static final String PROBED = " A probe lifts it then.";
    private static final String CHECKED = " The next check lifts it then, or at once: sealpost senders check.";
    private static final String NEW_TOKEN =
            "Give it a token with whatsapp_business_messaging: sealpost senders token." + CHECKED;
    private static final Map<String, String> TO_DO = Map.ofEntries(
            Map.entry(
                    "token-refused", "Make a new token in Meta's Business settings: sealpost senders token." + PROBED),
            Map.entry("token-invalid", NEW_TOKEN),
            Map.entry("token-expired", NEW_TOKEN),
            Map.entry("token-scope-missing", NEW_TOKEN),
            Map.entry("proof-refused", "Set sealpost.whatsapp.app-secret to that of the token's app." + PROBED),
            Map.entry("region-mismatch", "Register the number with storage-region, or correct senders.yml." + CHECKED),
            Map.entry("region-unreadable", "Look why Meta's settings cannot be read: senders check." + CHECKED),
            Map.entry(
                    "permission-missing",
                    "Give the system user whatsapp_business_messaging and whatsapp_business_management on this account."
                            + PROBED),
            Map.entry(
                    "sender-unknown",
                    "Compare phone-number-id in senders.yml with Meta's, and whether the token may see it." + PROBED),
            Map.entry(
                    "not-registered", "Register the number with its two-step PIN: sealpost senders register." + PROBED),
            Map.entry(
                    "spam-limit",
                    "People reported or blocked messages of this number. Look at its quality in the WhatsApp Manager, and at what was sent."
                            + LIFT),
            Map.entry("payment", "Mend the account's payment method in Meta's Billing hub." + LIFT),
            Map.entry(
                    "policy-lock",
                    "Meta locked the account for a policy violation: read why in the Business Support Home and ask for a review."
                            + LIFT),
            Map.entry(
                    "country-restricted",
                    "The account may not message this country: drop it from the flows, or settle it with Meta." + LIFT),
            Map.entry(
                    "template-paused",
                    "Meta paused it for low quality and resumes it by itself; look at what people dislike." + PROBED),
            Map.entry(
                    "template-disabled", "Meta disabled it for low quality: make a new one under another name." + LIFT),
            Map.entry(
                    "template-missing",
                    "It is not approved in this language: compare templates.yml with the WhatsApp Manager." + LIFT),
            Map.entry(
                    "template-parameters",
                    "Its parameters are not those of templates.yml: sealpost templates check." + LIFT),
            Map.entry(
                    "template-category",
                    "Meta has it in another category: use it for purposes of that one, or ask Meta to review it. The next check lifts it then."),
            Map.entry("template-too-long", "Its text gets too long: shorten what goes into the parameters." + LIFT),
            Map.entry("template-policy", "What goes into its parameters breaks Meta's rules on characters." + LIFT));

    private final Senders senders;
    private final Definitions definitions;

    WhatsAppPauseGuide(Senders senders, Definitions definitions) {
        this.senders = senders;
        this.definitions = definitions;
    }

    @Override
    public Optional<String> objection(PauseScope scope, String key) {
        return switch (scope) {
            case SENDER -> oneOf(senders.byName().keySet(), key);
            case TEMPLATE -> oneOf(definitions.byName().keySet(), key);
            case ACCOUNT -> oneOf(accounts(), key);
            case COUNTRY -> country(key);
        };
    }

    @Override
    public String whatToDo(Pause pause) {
        return TO_DO.getOrDefault(
                pause.reason().word(), "Someone paused it by hand. To let it go on: sealpost pauses lift.");
    }

    private Optional<String> country(String key) {
        var country = COUNTRY.matcher(key);
        return country.matches()
                ? oneOf(accounts(), country.group(1))
                : Optional.of("must be ACCOUNT/COUNTRY, such as 200000000000001/PT");
    }

    private Collection<String> accounts() {
        return senders.all().stream()
                .map(Sender::account)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Optional<String> oneOf(Collection<String> known, String key) {
        return known.contains(key)
                ? Optional.empty()
                : Optional.of("must be one of " + String.join(", ", new TreeSet<>(known)));
    }
}
