package dev.sealpost.dryrun;

import dev.sealpost.configuration.ConfigDirectory;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.consent.Purposes;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.lint.SettingsFiles;
import dev.sealpost.minimisation.Profiles;
import dev.sealpost.sealing.SealedMessage;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.EphemeralKeys;
import dev.sealpost.whatsapp.request.Definitions;
import dev.sealpost.whatsapp.request.RequestPreview;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Runs one event through a flow's real steps, and says what each of them made of it. Sends nothing, stores nothing. */
public final class DryRun {

    private final DryRunRequest request;
    private final Witness witness = new Witness();
    private final DryOutbox outbox = new DryOutbox();
    private final EphemeralKeys keys = new EphemeralKeys();

    public DryRun(DryRunRequest request) {
        this.request = request;
    }

    /**
     * @return empty if there is no such flow
     * @throws IllegalStateException if the flow does not start; {@code flows check} says why
     */
    public Optional<DryRunReport> run() {
        ConfigurableEnvironment environment = SettingsFiles.read(request.config(), new Faults());
        Map<Class<?>, Object> configuration =
                new ConfigDirectory(request.config(), Placeholders.of(environment)).read(new Faults());
        Purposes purposes = (Purposes) configuration.get(Purposes.class);
        Definitions definitions = (Definitions) configuration.get(Definitions.class);
        DryStores stores = new DryStores(request.consent(), purposes, keys);
        try (AnnotationConfigApplicationContext context = StepContext.start(
                        environment,
                        configuration,
                        stores,
                        outbox,
                        new DryChannel(definitions),
                        keys.indexer(),
                        new NoTransactions(),
                        new SimpleMeterRegistry());
                DryCamel camel = new DryCamel(context, request.routes(), witness)) {
            return run(camel, context, stores, configuration);
        }
    }

    private Optional<DryRunReport> run(
            DryCamel camel, ApplicationContext context, DryStores stores, Map<Class<?>, Object> configuration) {
        Collection<RouteBuilder> javaFlows =
                context.getBeansOfType(RouteBuilder.class).values();
        if (!camel.start(request.flow(), javaFlows)) {
            return Optional.empty();
        }
        Exchange exchange = camel.send(request.event());
        RequestPreview preview = outbox.queued() == null
                ? null
                : preview(outbox.queued(), context.getBean(Sealer.class), stores, (Definitions)
                        configuration.get(Definitions.class));
        Ending ending = Ending.of(outbox, preview, exchange.getException());
        Profiles profiles = (Profiles) configuration.get(Profiles.class);
        return Optional.of(new Reporting(witness, profiles)
                .report(request.flow(), ending, preview == null ? null : preview.request()));
    }

    /** What was sealed is opened, as it would be just before it is sent. */
    private RequestPreview preview(QueuedMessage queued, Sealer sealer, DryStores stores, Definitions definitions) {
        SealedMessage.Origin origin = queued.sealed().origin();
        DataKey key = stores.load(Set.of(origin.subject())).get(origin.subject());
        return RequestPreview.of(
                definitions,
                new OutboundMessage(
                        origin.id(),
                        origin.flow(),
                        origin.purpose().id(),
                        queued.template(),
                        DryChannel.NAME,
                        null,
                        sealer.open(queued.sealed().content(), key),
                        entry -> true),
                request.windowOpen());
    }
}
