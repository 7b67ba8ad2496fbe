package dev.sealpost.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.annotations.Immutable;

/** A row of {@code audit_pending}: the entries of one append, which wait for their indexes. */
@Entity
@Immutable
@Table(name = "audit_pending")
class PendingAppend {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_pending_seq")
    @SequenceGenerator(name = "audit_pending_seq", sequenceName = "audit_pending_seq", allocationSize = 50)
    private Long id;

    /** Microseconds since 1970, which are cheaper to hand over than their text. */
    private long[] time;

    private String[] kind;
    private String[] actor;
    private String[] flow;

    /** Message, subject and length of a run, at its first entry. */
    private UUID[] message;

    private UUID[] subject;
    private Integer[] run;

    private String[] outcome;

    private String[] json;

    protected PendingAppend() {}

    /** @param records as {@link Redaction} left them; at least one */
    PendingAppend(List<AuditRecord> records) {
        List<Run> runs = Run.of(records);
        List<AuditRecord> entries =
                runs.stream().flatMap(each -> each.entries().stream()).toList();
        time = entries.stream().mapToLong(PendingAppend::micros).toArray();
        kind = column(entries, entry -> entry.kind().wireName(), String[]::new);
        actor = column(entries, AuditRecord::actor, String[]::new);
        flow = column(entries, AuditRecord::flow, String[]::new);
        outcome = column(entries, AuditRecord::outcome, String[]::new);
        json = column(entries, EntryJson::write, String[]::new);
        message = new UUID[entries.size()];
        subject = new UUID[entries.size()];
        run = new Integer[entries.size()];
        fillHeads(runs);
    }

    private void fillHeads(List<Run> runs) {
        int place = 0;
        for (Run each : runs) {
            message[place] = each.message() == null ? null : each.message().value();
            subject[place] = each.subject() == null ? null : each.subject().value();
            run[place] = each.entries().size();
            place += each.entries().size();
        }
    }

    private static <T> T[] column(List<AuditRecord> entries, Function<AuditRecord, T> column, IntFunction<T[]> array) {
        return entries.stream().map(column).toArray(array);
    }

    private static long micros(AuditRecord entry) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, entry.time());
    }

    long[] time() {
        return time;
    }

    String[] kind() {
        return kind;
    }

    String[] actor() {
        return actor;
    }

    String[] flow() {
        return flow;
    }

    UUID[] message() {
        return message;
    }

    UUID[] subject() {
        return subject;
    }

    Integer[] run() {
        return run;
    }

    String[] outcome() {
        return outcome;
    }

    String[] json() {
        return json;
    }
}
