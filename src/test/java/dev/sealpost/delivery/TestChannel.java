package dev.sealpost.delivery;

import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Answers from other threads, as a script says. */
class TestChannel implements Channel {

    static final String SENDER = "shop";
    static final String ACCOUNT = "200";
    static final DeliveryOutcome DOWN = new DeliveryOutcome.RetryLater(Reason.of("channel-down"), null, Scope.SENDER);
    static final DeliveryOutcome BUSY = new DeliveryOutcome.RetryLater(Reason.of("busy"), null, Scope.MESSAGE);
    static final DeliveryOutcome REFUSED = DeliveryOutcome.Rejected.byChannel(Reason.of("undeliverable"));
    static final DeliveryOutcome UNSENDABLE = DeliveryOutcome.Rejected.beforeSending(Reason.of("unknown-template"));
    static final DeliveryOutcome LOST = new DeliveryOutcome.Uncertain(Reason.of("time-out"));

    private final List<MessageId> sent = new CopyOnWriteArrayList<>();
    private volatile List<String> senders = List.of(SENDER);
    private volatile boolean freeForm;
    private volatile Function<OutboundMessage, CompletableFuture<DeliveryOutcome>> script;

    TestChannel() {
        reset();
    }

    void reset() {
        sent.clear();
        senders = List.of(SENDER);
        freeForm = false;
        answers(TestChannel::accepted);
    }

    static DeliveryOutcome accepted(OutboundMessage message) {
        return new DeliveryOutcome.Accepted("wamid." + message.id());
    }

    void answers(DeliveryOutcome outcome) {
        answers(message -> outcome);
    }

    void answers(Function<OutboundMessage, DeliveryOutcome> outcome) {
        answersAsynchronously(message -> CompletableFuture.supplyAsync(() -> outcome.apply(message)));
    }

    void answersAfter(Duration delay, Function<OutboundMessage, DeliveryOutcome> outcome) {
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        answersAsynchronously(message -> CompletableFuture.supplyAsync(() -> outcome.apply(message), later));
    }

    void answersAsynchronously(Function<OutboundMessage, CompletableFuture<DeliveryOutcome>> value) {
        script = value;
    }

    /** Everybody prefers the first. */
    void hasSenders(String... names) {
        senders = List.of(names);
    }

    /** All that is sent needs an open window from now on. */
    void sendsFreeFormMessages() {
        freeForm = true;
    }

    /** Whatever was handed to it, in that order. */
    List<MessageId> sent() {
        return List.copyOf(sent);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Optional<Reason> objection(String template, TemplateCategory category, Set<String> fields) {
        return Optional.empty();
    }

    @Override
    public boolean isFreeForm(String template) {
        return freeForm;
    }

    @Override
    public Set<String> senders() {
        return Set.copyOf(senders);
    }

    @Override
    public List<String> senders(Destination destination) {
        return senders;
    }

    @Override
    public String account(String sender) {
        return ACCOUNT;
    }

    /** {@code help} goes as {@code news}. */
    @Override
    public String template(String name) {
        return name.equals("help") ? "news" : name;
    }

    @Override
    public CompletableFuture<DeliveryOutcome> send(OutboundMessage message) {
        sent.add(message.id());
        return script.apply(message);
    }
}
