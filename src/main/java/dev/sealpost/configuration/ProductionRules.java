package dev.sealpost.configuration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What every start but the sandbox's insists on: everything set, nothing of the sandbox's, and no clear text on the way to WhatsApp.
 * A profile of any other name is no way around it.
 */
final class ProductionRules {

    static final Map<String, String> SANDBOX_VALUES = Map.of(
            "sealpost.whatsapp.token", "sandbox-token",
            "sealpost.whatsapp.app-secret", "sandbox-app-secret",
            "sealpost.whatsapp.verify-token", "sandbox-verify-token",
            "sealpost.whatsapp.phone-number-id", "100000000000001",
            "sealpost.mail.password", "sandbox-mail",
            "sealpost.crm.client-secret", "sandbox-crm-secret");

    private static final String BASE_URI = "sealpost.whatsapp.base-uri";
    private static final List<String> REQUIRED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "sealpost.kafka.brokers",
            "sealpost.vault.directory",
            "sealpost.whatsapp.phone-number-id",
            "sealpost.whatsapp.token",
            "sealpost.whatsapp.app-secret",
            "sealpost.whatsapp.verify-token");
    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost\\.?|127(\\.\\d+){1,3}|0(\\.0){0,3}|\\[(::1|::|::ffff:127\\..*)]");

    private final Environment environment;
    private final RequiredSettings settings;
    private final Faults faults;

    ProductionRules(Environment environment, GivenSettings given, Faults faults) {
        this.environment = environment;
        this.settings = new RequiredSettings(environment, given, faults);
        this.faults = faults;
    }

    void check() {
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        if (production && sandbox) {
            faults.add(ConfigFault.in(null, "spring.profiles.active", "names both production and sandbox")
                    .advising("choose one"));
        }
        if (production || !sandbox) {
            checkSettings();
        }
    }

    private void checkSettings() {
        REQUIRED.forEach(settings::require);
        SANDBOX_VALUES.forEach(this::refuseSandboxValue);
        settings.value(BASE_URI)
                .filter(uri -> !isPrivateWay(uri))
                .ifPresent(uri -> settings.refuse(BASE_URI, "is not an https address of another host"));
        new MailboxRules(settings).check();
    }

    private void refuseSandboxValue(String name, String known) {
        if (settings.value(name).filter(known::equals).isPresent()) {
            settings.refuse(name, "is the sandbox's, which everybody knows");
        }
    }

    private static boolean isPrivateWay(String text) {
        try {
            URI uri = URI.create(text);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && !LOOPBACK.matcher(uri.getHost()).matches();
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }
}
