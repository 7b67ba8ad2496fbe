package dev.sealpost.whatsapp.account;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.SenderStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks Meta about a sender and writes down what follows, with an audit entry if its standing has changed. */
@Component
class AccountCheck {

    private static final Duration AFTER_NO_ANSWER = Duration.ofMinutes(1);
    private static final double JITTER = 0.1;

    private final AccountReader reader;
    private final SealedTokens tokens;
    private final SenderFactsTable table;
    private final Standings standings;
    private final AccountPauses pauses;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final AccountSettings settings;

    AccountCheck(
            AccountReader reader,
            SealedTokens tokens,
            SenderFactsTable table,
            Standings standings,
            AccountPauses pauses,
            AuditLog audit,
            TransactionOperations transactions,
            AccountSettings settings) {
        this.reader = reader;
        this.tokens = tokens;
        this.table = table;
        this.standings = standings;
        this.pauses = pauses;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Asks, and waits for Meta's answers, which come in bounded time or count as none. */
    void check(Sender sender) {
        ask(sender).settle();
    }

    /** The first half: asks. */
    Asked ask(Sender sender) {
        int generation = table.of(sender.phoneNumberId()).generation();
        tokens.refresh();
        return new Asked(sender, generation, reader.read(sender));
    }

    /** Questions on their way to Meta. */
    final class Asked {

        private final Sender sender;
        private final int generation;
        private final CompletableFuture<AccountReading> answers;

        private Asked(Sender sender, int generation, CompletableFuture<AccountReading> answers) {
            this.sender = sender;
            this.generation = generation;
            this.answers = answers;
        }

        Sender sender() {
            return sender;
        }

        /** The second half: waits, and writes down what follows. */
        AccountReading settle() {
            AccountReading reading = answers.join();
            transactions.executeWithoutResult(status -> write(sender, generation, reading));
            standings.know(table.all());
            return reading;
        }
    }

    private void write(Sender sender, int generation, AccountReading reading) {
        SenderFacts before = table.lock(sender.phoneNumberId());
        SenderFacts facts = before.after(reading.storage(), Instant.now());
        boolean sameToken = before.generation() == generation;
        if (sameToken) {
            facts = facts.after(reading.token(), Instant.now());
        }
        SenderStanding standing = standings.of(sender, facts);
        String written = text(standing);
        table.save(sender.phoneNumberId(), facts.standing(written), sameToken ? wait(reading, facts) : Duration.ZERO);
        pauses.follow(standing);
        if (!written.equals(before.standing())) {
            audit.append(entry(standing));
        }
    }

    private static String text(SenderStanding standing) {
        String words = standing.reasons().stream().map(Reason::toString).collect(Collectors.joining("; "));
        return (state(standing) + " " + words).strip();
    }

    private static AuditRecord entry(SenderStanding standing) {
        return AuditRecord.of(AuditKind.SENDER_STANDING)
                .outcome(state(standing))
                .reason(standing.reasons().stream().findFirst().orElse(null))
                .evidence("sender", standing.sender())
                .build();
    }

    private static String state(SenderStanding standing) {
        return standing.state().name().toLowerCase(Locale.ROOT);
    }

    /** A token's end is noticed when it comes. */
    private Duration wait(AccountReading reading, SenderFacts facts) {
        Duration usual = reading.isAnswered() || settings.checkInterval().compareTo(AFTER_NO_ANSWER) < 0
                ? settings.checkInterval()
                : AFTER_NO_ANSWER;
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        Duration jittered = Duration.ofMillis((long) (usual.toMillis() * factor));
        Instant expires = facts.token().expires();
        Duration left = expires == null ? jittered : Duration.between(Instant.now(), expires);
        return left.isNegative() || left.compareTo(jittered) > 0 ? jittered : left;
    }
}
