package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditQueryReader.Fault;
import dev.sealpost.audit.AuditQueryReader.Invalid;
import dev.sealpost.audit.AuditQueryReader.Reading;
import dev.sealpost.audit.AuditQueryReader.Valid;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriComponentsBuilder;

class AuditQueryReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "limit=0 | limit | 1 to 1000",
                "limit=1001 | limit | 1 to 1000",
                "limit=many | limit | 1 to 1000",
                "cursor=-1 | cursor | the 'next' of a page before",
                "from=yesterday | from | a time as in RFC 3339, 2026-11-01T10:00:00Z",
                "to=2026-11-01 | to | a time as in RFC 3339, 2026-11-01T10:00:00Z",
                "to=+99999-01-01T00:00:00Z | to | a time as in RFC 3339, 2026-11-01T10:00:00Z",
                "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z | to | a later time than 'from'",
                "message=A-1001 | message | a message id (UUID)",
                "message=1-1-1-1-1 | message | a message id (UUID)",
                "flow=a\0b | flow | the id of a flow",
                "kind=exchange&kind=audit.read | kind | once",
                "subjet=x | subjet | cursor, flow, from, kind, limit, message, to"
            })
    void aWrongParameterIsNamedWithWhatIsAllowed(String query, String parameter, String allowed) {
        assertThat(((Invalid) read(query)).faults())
                .singleElement()
                .returns(parameter, Fault::parameter)
                .returns(allowed, Fault::allowed);
    }

    @Test
    void anUnknownKindIsAnsweredWithTheKindsThereAre() {
        assertThat(((Invalid) read("kind=message.eaten")).faults().get(0).allowed())
                .contains("audit.read, consent.granted", "message.queued");
    }

    @Test
    void whatIsEmptyOrAbsentDoesNotRestrict() {
        assertThat(read("from=&to=&flow=&message=&kind=&cursor="))
                .isEqualTo(new Valid(new AuditQuery(null, null, null, null, null, -1, 100), Set.of()));
    }

    @Test
    void timesMayHaveAnyOffset() {
        assertThat(read("from=2026-11-01T10:00:00-02:00&limit=5&cursor=7"))
                .isEqualTo(new Valid(
                        new AuditQuery(Instant.parse("2026-11-01T12:00:00Z"), null, null, null, null, 7, 5),
                        Set.of("from")));
    }

    private static Reading read(String query) {
        return AuditQueryReader.read(
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams());
    }
}
