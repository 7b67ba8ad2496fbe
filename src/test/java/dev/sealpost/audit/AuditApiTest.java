package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class AuditApiTest {

    private final TestLedger ledger = new TestLedger();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new AuditController(entries()))
            .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
            .build();

    @BeforeEach
    void readAll() {
        readAs(Set.of());
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anEntryHasTheDocumentedShape() throws Exception {
        MessageId message = MessageId.next();
        SubjectRef subject = SubjectRef.random();
        ledger.append(List.of(AuditRecord.of(AuditKind.MESSAGE_REFUSED)
                .at(Instant.parse("2026-11-01T10:00:00.5Z"))
                .flow("order-shipped")
                .exchange("E-1")
                .message(message)
                .subject(subject)
                .purpose("order-updates")
                .outcome("refused")
                .reason(Reason.of("no-consent", "never asked"))
                .evidence("profile", "order-shipped")
                .build()));
        ledger.sequenceAll();

        assertThat(page(""))
                .isEqualTo(new ObjectMapper()
                        .readTree(
                                """
                {"entries":[{"index":0,"time":"2026-11-01T10:00:00.500Z","kind":"message.refused","actor":"hub",
                 "flow":"order-shipped","message":"%s","subject":"%s","purpose":"order-updates","outcome":"refused",
                 "reason":"no-consent: never asked","evidence":{"profile":"order-shipped"}}],"next":null}"""
                                        .formatted(message, subject)));
    }

    @Test
    void pagesHoldEachEntryOnceWhileMoreArrive() throws Exception {
        ledger.append(numbered(0, 2500));
        ledger.sequenceAll();

        List<Long> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; !cursor.equals("null"); page++) {
            JsonNode answer = page("limit=250&kind=exchange&cursor=" + cursor);
            answer.get("entries").forEach(entry -> seen.add(entry.get("index").longValue()));
            cursor = answer.get("next").asText();
            if (page < 4) {
                ledger.append(numbered(2500 + page * 50, 50));
                ledger.sequenceAll();
            }
        }

        assertThat(seen).doesNotHaveDuplicates().isSorted().hasSize(2700);
        assertThat(ledger.indexes())
                .containsExactlyElementsOf(
                        LongStream.range(0, ledger.indexes().size()).boxed().toList());
    }

    @Test
    void filtersNarrow() throws Exception {
        MessageId message = MessageId.next();
        ledger.append(List.of(
                AuditRecord.of(AuditKind.EXCHANGE)
                        .at(Instant.parse("2026-01-01T00:00:00Z"))
                        .flow("a")
                        .build(),
                AuditRecord.of(AuditKind.EXCHANGE)
                        .at(Instant.parse("2026-01-02T00:00:00Z"))
                        .flow("b")
                        .build(),
                AuditRecord.of(AuditKind.MESSAGE_SENT)
                        .at(Instant.parse("2026-01-03T00:00:00Z"))
                        .flow("a")
                        .message(message)
                        .build()));
        ledger.sequenceAll();

        assertThat(indexes("flow=a")).containsExactly(0L, 2L);
        assertThat(indexes("kind=exchange")).containsExactly(0L, 1L);
        assertThat(indexes("message=" + message)).containsExactly(2L);
        assertThat(indexes("from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z")).containsExactly(1L);
        assertThat(indexes("flow=a&kind=message.sent&to=")).containsExactly(2L);
        assertThat(indexes("flow=' OR 1=1 --")).isEmpty();
    }

    @Nested
    class AReaderWhoIsRestrictedToFlows {

        @BeforeEach
        void restrict() {
            ledger.append(List.of(
                    AuditRecord.of(AuditKind.EXCHANGE).flow("a").build(),
                    AuditRecord.of(AuditKind.EXCHANGE).flow("b").build(),
                    AuditRecord.of(AuditKind.CONSENT_GRANTED).build(),
                    AuditRecord.of(AuditKind.EXCHANGE).flow("c").build()));
            ledger.sequenceAll();
            readAs(Set.of("a", "c"));
        }

        @Test
        void seesTheEntriesOfThoseAndNoOthers() throws Exception {
            assertThat(indexes("")).containsExactly(0L, 3L);
            assertThat(indexes("flow=a")).containsExactly(0L);
            assertThat(indexes("kind=consent.granted")).isEmpty();
        }

        @Test
        void isRefusedAnotherFlowAndThatIsOnRecordWithoutItsName() throws Exception {
            MockHttpServletResponse refused = answer("flow=b");

            assertThat(refused.getStatus()).isEqualTo(403);
            assertThat(refused.getContentType()).isEqualTo("application/problem+json");
            assertThat(refused.getContentAsString()).contains("urn:sealpost:problem:other-flow");
            assertThat(ledger.jdbc.queryForObject("SELECT json FROM audit_waiting", String.class))
                    .contains("\"kind\":\"access.denied\"", "\"actor\":\"key:7\"", "other-flow");
        }
    }

    @Test
    void theLookItselfIsOnRecordWithTheNamesOfItsFiltersOnly() throws Exception {
        page("flow=order-shipped&limit=5");

        assertThat(ledger.jdbc.queryForObject("SELECT json FROM audit_waiting", String.class))
                .contains("\"actor\":\"key:7\"", "\"kind\":\"audit.read\"", "\"filters\":\"flow\"")
                .doesNotContain("order-shipped");
    }

    @Test
    void wrongParametersAreAProblemDocumentThatRepeatsNoneOfTheirValues() throws Exception {
        MockHttpServletResponse response = answer("limit=0&kind=%2B351912345678&from=x");
        JsonNode problem = new ObjectMapper().readTree(response.getContentAsString());

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("errors").findValuesAsText("parameter")).containsExactly("from", "kind", "limit");
        assertThat(problem.get("detail").textValue())
                .contains("'limit' is not valid; allowed: 1 to 1000", "message.queued")
                .doesNotContain("351912345678");
        assertThat(ledger.waiting()).isZero();
    }

    private AuditEntries entries() {
        return new AuditEntries(new StoredEntries(JdbcClient.create(ledger.jdbc)), ledger.log);
    }

    private List<Long> indexes(String query) throws Exception {
        List<Long> indexes = new ArrayList<>();
        page(query)
                .get("entries")
                .forEach(entry -> indexes.add(entry.get("index").longValue()));
        return indexes;
    }

    private JsonNode page(String query) throws Exception {
        MockHttpServletResponse response = answer(query);
        assertThat(response.getStatus()).isEqualTo(200);
        return new ObjectMapper().readTree(response.getContentAsString());
    }

    private MockHttpServletResponse answer(String query) throws Exception {
        return mvc.perform(get(java.net.URI.create("/api/audit/entries?" + query.replace(" ", "%20"))))
                .andReturn()
                .getResponse();
    }

    private static void readAs(Set<String> flows) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Reader("key:7", flows), null));
    }

    private record Reader(String getName, Set<String> flows) implements AuditReader {}

    private static List<AuditRecord> numbered(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> TestLedger.entry("n" + i))
                .toList();
    }
}
