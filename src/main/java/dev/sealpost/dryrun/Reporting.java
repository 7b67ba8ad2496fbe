package dev.sealpost.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.consent.ConsentedMessage;
import dev.sealpost.dryrun.DryRunReport.Consented;
import dev.sealpost.dryrun.DryRunReport.Field;
import dev.sealpost.dryrun.DryRunReport.Minimised;
import dev.sealpost.dryrun.DryRunReport.Received;
import dev.sealpost.dryrun.DryRunReport.Sealed;
import dev.sealpost.message.FieldPath;
import dev.sealpost.minimisation.MinimisedMessage;
import dev.sealpost.minimisation.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the report of what the witness saw. */
final class Reporting {

    private static final String ALGORITHM = "AES-256-GCM";

    private final Witness witness;
    private final Profiles profiles;

    Reporting(Witness witness, Profiles profiles) {
        this.witness = witness;
        this.profiles = profiles;
    }

    DryRunReport report(String flow, Ending ending, JsonNode request) {
        return new DryRunReport(
                flow,
                ending.outcome(),
                witness.step(),
                ending.reason(),
                received(),
                consented(),
                minimised(),
                sealed(),
                request);
    }

    private Received received() {
        return witness.received() == null
                ? null
                : new Received(
                        witness.received().event(),
                        EventFields.of(witness.received().content()));
    }

    private Consented consented() {
        ConsentedMessage message = witness.consented();
        return message == null
                ? null
                : new Consented(
                        message.purpose().id(),
                        message.purpose()
                                .lawfulBasis()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        message.evidence());
    }

    private Minimised minimised() {
        MinimisedMessage message = witness.minimised();
        if (message == null) {
            return null;
        }
        Map<String, FieldPath> sources = profiles.sourcesOf(message.profile());
        JsonNode event = message.consented().received().content();
        List<Field> kept = new ArrayList<>();
        List<Field> transformed = new ArrayList<>();
        message.fields().forEach((name, after) -> {
            FieldPath from = sources.get(name);
            Field field = new Field(name, from.toString(), from.in(event).asText(), after);
            (field.before().equals(after) ? kept : transformed).add(field);
        });
        List<String> dropped = new ArrayList<>(EventFields.of(event).keySet());
        sources.values().forEach(source -> dropped.remove(source.toString()));
        return new Minimised(message.profile(), kept, transformed, dropped);
    }

    private Sealed sealed() {
        return witness.sealed() == null
                ? null
                : new Sealed(witness.sealed().content().ciphertext().length, ALGORITHM);
    }
}
