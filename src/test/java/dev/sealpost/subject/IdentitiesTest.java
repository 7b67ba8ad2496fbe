package dev.sealpost.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.CountedStatements;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.TestVault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdentitiesTest {

    private static final CountedStatements DATABASE =
            new CountedStatements(Parts.database().dataSource());
    private static final AtomicInteger LAST = new AtomicInteger(10_000_000);

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final IdentifierForms forms = new IdentifierForms(TestVault.blindIndexer());
    private final Identifiers identifiers = new Identifiers(jdbc);
    private final SubjectTable subjects = new SubjectTable(forms, identifiers, TestVault.subjectKeys(DATABASE));
    private final List<AuditRecord> audit = new ArrayList<>();
    private final Identities identities = new IdentityTable(subjects, forms, identifiers, audit::addAll);

    @Nested
    class AMobileNumberThatIsWrittenInTwoWays {

        @ParameterizedTest
        @CsvSource({
            "+55119, +5511, 8",
            "+5511, +55119, 8",
            "+54911, +5411, ''",
            "+5411, +54911, ''",
            "+52155, +5255, ''",
            "+5255, +52155, ''"
        })
        void isOnePersonWhicheverComesFirst(String firstForm, String otherForm, String begin) {
            String line = begin.isEmpty()
                    ? Integer.toString(LAST.incrementAndGet())
                    : begin + "%07d".formatted(LAST.incrementAndGet() % 10_000_000);
            var first = new PhoneNumber(firstForm + line);
            var other = new PhoneNumber(otherForm + line);

            SubjectRef person = subjects.resolve(List.of(first)).get(first);

            assertThat(subjects.find(other)).contains(person);
            assertThat(subjects.resolve(List.of(other))).containsEntry(other, person);
            assertThat(subjects.resolve(List.of(first))).containsEntry(first, person);
        }

        @Test
        void isOnePersonAlsoWhenBothComeAtOnce() {
            var with = new PhoneNumber("+55219" + "81112223");
            var without = new PhoneNumber("+5521" + "81112223");

            assertThat(subjects.resolve(List.of(with, without)).values().stream()
                            .distinct())
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"+551133334444", "+351912345678", "+12025550123"})
        void isNotAFixedLineOrAnotherCountrys(String number) {
            assertThat(NumberVariant.of(new PhoneNumber(number))).isEmpty();
        }
    }

    @Nested
    class APersonWithAUserId {

        @Test
        void whoseNumberIsKnownIsFoundByItFromThenOnAudited() {
            PhoneNumber phone = phone();
            UserId userId = userId();
            SubjectRef person = subjects.resolve(List.of(phone)).get(phone);

            assertThat(recognise(phone, userId).subject()).isEqualTo(person);

            assertThat(subjects.find(userId)).contains(person);
            assertThat(audit).singleElement().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(AuditKind.SUBJECT_ALIAS);
                assertThat(entry.subject()).isEqualTo(person);
                assertThat(entry.evidence()).containsEntry("identifier", "user-id");
                assertThat(entry.toString()).doesNotContain(userId.text());
            });
        }

        @Test
        void whoseNumberIsNotSaidIsSomeoneAndStaysThatWhenItIs() {
            UserId userId = userId();
            SubjectRef person = recognise(userId).subject();
            PhoneNumber phone = phone();

            assertThat(recognise(phone, userId).subject()).isEqualTo(person);
            assertThat(subjects.find(phone)).contains(person);
        }

        @Test
        void andAnIdAcrossBusinessesIsFoundByBoth() {
            UserId userId = userId();
            UserId parent = new UserId("US.ENT." + LAST.incrementAndGet());
            SubjectRef person = recognise(userId, parent).subject();

            assertThat(subjects.find(parent)).contains(person);
            assertThat(audit).isEmpty();
        }

        @Test
        void whoGetsAnotherOneIsFoundByThatOnly() {
            UserId old = userId();
            UserId current = userId();
            SubjectRef person = recognise(old).subject();

            assertThat(identities.replace(old, current, "whatsapp")).isEqualTo(new Replacement.Moved(person));

            assertThat(subjects.find(current)).contains(person);
            assertThat(subjects.find(old)).isEmpty();
            assertThat(identities.replace(old, current, "whatsapp")).isEqualTo(new Replacement.Unknown());
        }
    }

    @Nested
    class APersonWhoChangesTheNumber {

        @Test
        void takesTheSubjectAlongAndTheOldNumberIsNobodys() {
            PhoneNumber old = new PhoneNumber("+5511987" + "%06d".formatted(LAST.incrementAndGet() % 1_000_000));
            PhoneNumber current = phone();
            SubjectRef person = subjects.resolve(List.of(old)).get(old);

            assertThat(identities.replace(old, current, "whatsapp")).isEqualTo(new Replacement.Moved(person));

            assertThat(subjects.find(current)).contains(person);
            assertThat(subjects.find(old)).isEmpty();
            assertThat(subjects.find(NumberVariant.of(old).orElseThrow())).isEmpty();
            assertThat(audit).extracting(AuditRecord::outcome).containsExactly("added", "retired");
        }

        @Test
        void toOneThatIsAnothersChangesNothingAudited() {
            PhoneNumber old = phone();
            PhoneNumber anothers = phone();
            Map<PhoneNumber, SubjectRef> two = subjects.resolve(List.of(old, anothers));

            assertThat(identities.replace(old, anothers, "whatsapp"))
                    .isEqualTo(new Replacement.Conflict(two.get(old), two.get(anothers)));

            assertThat(subjects.resolve(List.of(old, anothers))).isEqualTo(two);
            assertThat(audit).extracting(AuditRecord::kind).containsExactly(AuditKind.SUBJECT_CONFLICT);
        }

        @Test
        void whoIsNotKnownIsLeftUnknown() {
            PhoneNumber current = phone();

            assertThat(identities.replace(phone(), current, "whatsapp")).isEqualTo(new Replacement.Unknown());
            assertThat(subjects.find(current)).isEmpty();
        }
    }

    @Test
    void handlesOfTwoPeopleDoNotMakeThemOne() {
        PhoneNumber phone = phone();
        UserId anothers = userId();
        SubjectRef person = subjects.resolve(List.of(phone)).get(phone);
        SubjectRef other = recognise(anothers).subject();

        Recognised recognised = recognise(phone, anothers);

        assertThat(recognised.subject()).isEqualTo(person);
        assertThat(recognised.others()).containsExactly(other);
        assertThat(recognised.all()).containsExactlyInAnyOrder(person, other);
        assertThat(audit).extracting(AuditRecord::kind).containsExactly(AuditKind.SUBJECT_CONFLICT);
    }

    @Test
    void anotherHandleIsAddedOnceAndNeverTakenFromAnother() {
        PhoneNumber used = phone();
        PhoneNumber reached = phone();
        SubjectRef person = subjects.resolve(List.of(used)).get(used);

        identities.alsoKnownAs(Map.of(reached, person), "whatsapp");
        identities.alsoKnownAs(Map.of(reached, person), "whatsapp");
        assertThat(subjects.find(reached)).contains(person);
        assertThat(audit).extracting(AuditRecord::kind).containsExactly(AuditKind.SUBJECT_ALIAS);

        identities.alsoKnownAs(Map.of(reached, SubjectRef.random()), "whatsapp");
        assertThat(subjects.find(reached)).contains(person);
        assertThat(audit)
                .extracting(AuditRecord::kind)
                .containsExactly(AuditKind.SUBJECT_ALIAS, AuditKind.SUBJECT_CONFLICT);
    }

    @Test
    void recognisingTakesAConstantNumberOfStatements() {
        List<Handles> many = IntStream.range(0, 200)
                .mapToObj(i -> new Handles(List.of(phone(), userId())))
                .toList();

        assertThat(DATABASE.during(() -> identities.recognise(many, "whatsapp")))
                .hasSize(3);
        assertThat(DATABASE.during(() -> identities.recognise(many, "whatsapp")))
                .hasSize(1);
    }

    private Recognised recognise(Recipient... handles) {
        Handles person = new Handles(List.of(handles));
        return identities.recognise(List.of(person), "whatsapp").get(person);
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+3519" + LAST.incrementAndGet());
    }

    private static UserId userId() {
        return new UserId("PT.1349" + LAST.incrementAndGet());
    }
}
