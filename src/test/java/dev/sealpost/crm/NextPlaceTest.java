package dev.sealpost.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The header Link")
class NextPlaceTest {

    private static final NextPlace NEXT = new NextPlace(new Paging(Paging.Mode.LINK, null, "cursor", 1, "limit", 100));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "</contacts?p=2>; rel=\"next\" | /contacts?p=2",
                "</contacts?p=2>; rel=next; title=x | /contacts?p=2",
                "</contacts?p=1>; rel=prev, </contacts?p=3>; REL = \"last next\" | /contacts?p=3",
                "</contacts?p=1,2>; rel=\"next\" | /contacts?p=1,2",
                "</contacts?p=1>; rel=prev | none",
                "</contacts?p=1>; title=\"rel=next\" | none",
                "<</contacts?p=2>; rel=next | /contacts?p=2",
                "/contacts?p=2; rel=next | none"
            })
    void saysHowTheListGoesOn(String header, String place) throws Exception {
        assertThat(next(header)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<>;", ";rel", "<>; rel= ", ", "})
    void isReadInATimeThatGrowsNoFasterThanItself(String repeated) {
        String header = repeated.repeat(300_000 / repeated.length());

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> next(header)))
                .isEqualTo("none");
    }

    private static String next(String header) throws Exception {
        HttpHeaders headers = HttpHeaders.of(Map.of("Link", List.of(header)), (name, value) -> true);
        Place place = NEXT.after(Place.BEGINNING, MissingNode.getInstance(), headers, 1);
        return place == null ? "none" : place.text();
    }
}
