package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.CountedStatements;
import dev.sealpost.testing.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SubjectKeysTest {

    private static final byte[] BOUND_TO = {1};
    private static final CountedStatements DATABASE =
            new CountedStatements(Parts.database().dataSource());

    private final List<Object> events = new ArrayList<>();
    private final SubjectKeys keys = TestVault.subjectKeys(DATABASE, events::add);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final SubjectRef ana = SubjectRef.random();
    private final SubjectRef rui = SubjectRef.random();

    @Test
    void aCreatedKeyOpensLaterWhatItSealsNow() {
        keys.create(List.of(ana));
        byte[] ciphertext = key(ana).seal(new byte[] {7}, BOUND_TO);
        assertThat(key(ana).open(ciphertext, BOUND_TO)).containsExactly(7);
    }

    @Test
    void creatingAgainKeepsTheKeyThatIsThere() {
        keys.create(List.of(ana));
        byte[] ciphertext = key(ana).seal(new byte[] {7}, BOUND_TO);
        keys.create(List.of(ana, ana, rui));
        assertThat(key(ana).open(ciphertext, BOUND_TO)).containsExactly(7);
        assertThat(keys.load(List.of(ana, rui))).containsOnlyKeys(ana, rui);
    }

    @Test
    void creatingAndLoadingTakeOneStatementEachHoweverManyKeys() {
        List<SubjectRef> many = Stream.generate(SubjectRef::random).limit(500).toList();
        assertThat(DATABASE.during(() -> keys.create(many))).hasSize(1);
        assertThat(DATABASE.during(() -> assertThat(keys.load(many)).hasSize(500)))
                .hasSize(1);
        assertThat(DATABASE.during(() -> {
                    keys.create(List.of());
                    keys.load(List.of());
                }))
                .isEmpty();
    }

    @Test
    void takesPartInTheCallersTransaction() {
        new TransactionTemplate(new DataSourceTransactionManager(DATABASE)).executeWithoutResult(transaction -> {
            keys.create(List.of(ana));
            transaction.setRollbackOnly();
        });
        assertThat(keys.load(List.of(ana))).isEmpty();
    }

    @Test
    void aDestroyedKeyIsGoneAndAnnounced() {
        keys.create(List.of(ana, rui));
        keys.destroy(ana);
        keys.destroy(ana);
        assertThat(keys.load(List.of(ana, rui))).containsOnlyKeys(rui);
        assertThat(events).containsExactly(new SubjectKeyDestroyed(ana));
    }

    @Test
    @Tag("fault")
    void aKeySwappedWithAnotherPersonsStopsThatPersonAndNobodyElse() {
        keys.create(List.of(ana, rui));
        jdbc.sql("UPDATE keys.subject_key SET wrapped = (SELECT wrapped FROM keys.subject_key WHERE subject = ?)"
                        + " WHERE subject = ?")
                .params(rui.value(), ana.value())
                .update();
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> key(ana).seal(new byte[] {7}, BOUND_TO));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> key(ana).open(new byte[] {7}, BOUND_TO));
        assertThat(key(rui).seal(new byte[] {7}, BOUND_TO)).isNotEmpty();
    }

    private DataKey key(SubjectRef subject) {
        return keys.load(List.of(ana, rui)).get(subject);
    }
}
