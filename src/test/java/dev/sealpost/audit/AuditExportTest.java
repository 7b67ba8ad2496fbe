package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.audit.AuditQueryReader.Valid;
import dev.sealpost.testing.HubSignatureCheck;
import dev.sealpost.vault.HubSigner;
import dev.sealpost.vault.TestVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.CollectionUtils;

@DisplayName("An export")
class AuditExportTest {
    private static final HubSigner SIGNER = TestVault.hubSigner();

    private final TestLedger ledger = new TestLedger();
    private final AuditExport exports =
            new AuditExport(new StoredEntries(JdbcClient.create(ledger.jdbc)), new ExportRecords(ledger.log), SIGNER);

    @Test
    void holdsEveryEntryOnceThatWasThereWhenItBeganAndASignatureOverAllBytesBeforeTheLastLine() throws Exception {
        append(2_500, "a");
        Export export = begin(Map.of("kind", "exchange"), Set.of());
        append(700, "a");

        String text = written(export);

        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(2_502);
        assertThat(lines.subList(1, 2_501))
                .extracting(line -> json(line).path("index").asLong())
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_500).mapToObj(Long::valueOf).toList());
        assertThat(json(lines.get(0)).at("/export/filters/kind").asText()).isEqualTo("exchange");
        assertThat(json(lines.get(0)).at("/export/upTo").asText()).isEqualTo("2499");
        JsonNode end = json(lines.get(2_501));
        assertThat(end.path("entries").asText()).isEqualTo("2500");
        byte[] signed = text.substring(0, text.indexOf(lines.get(2_501))).getBytes(StandardCharsets.UTF_8);
        byte[] signature = Base64.getDecoder().decode(end.at("/signature/value").asText());
        var check = new HubSignatureCheck(SIGNER.publicKey().text());
        assertThat(check.byJava(signed, signature)).isTrue();
        signed[1_000] ^= 1;
        assertThat(check.byJava(signed, signature)).isFalse();
        assertThat(outcomes()).containsExactly("begun", "signed");
    }

    @Test
    void holdsEntriesAsTheyWereHashed() throws IOException {
        append(1, "a");
        String line = written(begin(Map.of(), Set.of())).lines().toList().get(1);
        assertThat(line.replace("\"index\":0,", ""))
                .isEqualTo(ledger.jdbc.queryForObject("SELECT json FROM audit_entry WHERE index = 0", String.class));
    }

    @Test
    void holdsOnlyTheFlowsOfAKeyThatIsRestrictedAndSaysSo() throws IOException {
        append(1, "a");
        append(1, "b");
        List<String> lines = written(begin(Map.of(), Set.of("b"))).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(json(lines.get(0)).at("/export/onlyFlows").asText()).isEqualTo("b");
        assertThat(json(lines.get(1)).path("flow").asText()).isEqualTo("b");
        assertThat(exports.begin(asked(Map.of("flow", "a")), reader(Set.of("b"))))
                .isEmpty();
        assertThat(waiting("access.denied")).hasSize(1);
    }

    @Test
    void thatNobodyTakesIsOnRecordAsBrokenOffAndNotSigned() {
        append(1_500, "a");
        exports.write(begin(Map.of(), Set.of()), new OutputStream() {
            private int taken;

            @Override
            public void write(int one) throws IOException {
                if (++taken > 100_000) {
                    throw new IOException("gone");
                }
            }
        });
        assertThat(outcomes()).containsExactly("begun", "broken-off");
    }

    private Export begin(Map<String, String> filters, Set<String> flows) {
        return exports.begin(asked(filters), reader(flows)).orElseThrow();
    }

    private static Valid asked(Map<String, String> filters) {
        return (Valid) AuditQueryReader.read(CollectionUtils.toMultiValueMap(filters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())))));
    }

    private static AuditReader reader(Set<String> flows) {
        return new AuditReader() {
            @Override
            public String getName() {
                return "key:officer";
            }

            @Override
            public Set<String> flows() {
                return flows;
            }
        };
    }

    private String written(Export export) {
        var out = new ByteArrayOutputStream();
        exports.write(export, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void append(int entries, String flow) {
        ledger.append(IntStream.range(0, entries)
                .mapToObj(i -> AuditRecord.of(AuditKind.EXCHANGE)
                        .flow(flow)
                        .outcome("é " + i)
                        .build())
                .toList());
        ledger.sequenceAll();
    }

    private List<String> outcomes() {
        return waiting("audit.exported").stream()
                .map(entry -> json(entry).path("outcome").asText())
                .toList();
    }

    private List<String> waiting(String kind) {
        return ledger.jdbc.queryForList(
                "SELECT json FROM (SELECT json FROM audit_waiting WHERE kind = ? UNION ALL"
                        + " SELECT json FROM audit_entry WHERE kind = ?) AS entry ORDER BY json::jsonb->>'time'",
                String.class,
                kind,
                kind);
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
