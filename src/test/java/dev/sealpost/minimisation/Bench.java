package dev.sealpost.minimisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.configuration.YamlDocument;
import dev.sealpost.consent.ConsentedMessage;
import dev.sealpost.consent.ConsentedMessages;
import dev.sealpost.consent.DataClass;
import dev.sealpost.consent.Purpose;
import dev.sealpost.intake.ReceivedMessages;
import dev.sealpost.vault.BlindIndex;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A minimiser over the shipped profiles, or over one with a single field, and the events to try it with. */
class Bench {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<String> domains = new ArrayList<>();
    private final Map<String, Profiles> oneFieldProfiles = new HashMap<>();

    MinimisationDecision shipped(String event) {
        return with("order-shipped", event, DataClass.ORDINARY);
    }

    MinimisationDecision with(String profile, String event, DataClass dataClass) {
        return minimiser(shippedProfiles()).minimise(message(json(event), dataClass), profile);
    }

    /** @param rule the transform and its options */
    MinimisationDecision one(String rule, String value) {
        return event(rule, "{\"value\":" + value + "}");
    }

    MinimisationDecision event(String rule, String event) {
        return event(rule, json(event));
    }

    MinimisationDecision event(String rule, JsonNode event) {
        return minimiser(oneField(rule)).minimise(message(event, DataClass.ORDINARY), null);
    }

    static Profiles profiles(String yaml) {
        Faults faults = new Faults();
        Profiles profiles = new MinimisationFormat()
                .parse(YamlDocument.read("minimisation.yml", yaml, Placeholders.none(), faults), faults);
        assertThat(faults.all()).isEmpty();
        return profiles;
    }

    private Profiles oneField(String rule) {
        return oneFieldProfiles.computeIfAbsent(rule, Bench::parseOneField);
    }

    private static Profiles parseOneField(String rule) {
        return profiles("profiles: {event: {field: {from: $.value, why: To test., transform: " + rule + "}}}");
    }

    private static Profiles shippedProfiles() {
        try {
            return profiles(Files.readString(Path.of("config/minimisation.yml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Minimiser minimiser(Profiles profiles) {
        Pseudonyms pseudonyms = new Pseudonyms((domain, value) -> {
            domains.add(domain);
            return new BlindIndex((domain + value).getBytes(StandardCharsets.UTF_8));
        });
        return new AllowListMinimiser(profiles, pseudonyms, new DroppedFields(meters));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static ConsentedMessage message(JsonNode event, DataClass dataClass) {
        Purpose purpose = new Purpose("p", "", null, dataClass, null, null, null, null, null, null, 5);
        return ConsentedMessages.of(ReceivedMessages.of("event", event), purpose);
    }
}
