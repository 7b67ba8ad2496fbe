package dev.sealpost.cli.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A CSV file")
class CsvFileTest {

    private static final String ROW = "phone,purpose,status\n+351912345678,offers,granted\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone,purpose,status\n+351912345678,offers,granted",
                "phone,purpose,status\r\n+351912345678,offers,granted\r\n",
                "\uFEFFphone,purpose,status\n+351912345678,offers,granted\n\n",
                "Phone;Purpose;Status\n+351912345678;offers;granted\n",
                "sep=;\nphone;purpose;status\n+351912345678;offers;granted\n",
                "phone\tpurpose\tstatus\n+351912345678\toffers\tgranted\n",
                "\"phone\",\"purpose\",\"status\"\n\" +351912345678\",\"offers\",\"granted\"\n",
                "status,evidence.notice,phone,purpose\ngranted,,+351912345678,offers\n",
            })
    void isReadHoweverASpreadsheetWroteIt(String text) throws IOException {
        CsvRow row = only(rows(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(row.cells())
                .containsEntry(ImportColumn.PHONE, "+351912345678")
                .containsEntry(ImportColumn.PURPOSE, "offers")
                .containsEntry(ImportColumn.STATUS, "granted");
    }

    @Test
    void isReadInItsEncoding() throws IOException {
        byte[] utf16 = ("\uFEFF" + ROW).getBytes(StandardCharsets.UTF_16LE);
        assertThat(only(rows(utf16, StandardCharsets.UTF_8)).cells()).containsEntry(ImportColumn.PURPOSE, "offers");
        byte[] latin = "phone,purpose,status,wording\n1,offers,granted,Sí\n".getBytes(Charset.forName("windows-1252"));
        assertThat(only(rows(latin, Charset.forName("windows-1252"))).cells())
                .containsEntry(ImportColumn.WORDING, "Sí");
        assertThat(only(rows(latin, StandardCharsets.UTF_8)).fault())
                .isEqualTo(new RowFault(
                        "wording", "encoding: not in the file's encoding; say which it is with --encoding"));
    }

    @Test
    void goesOnAfterEachBadRow() throws IOException {
        List<CsvRow> rows = rows(
                """
                phone,purpose,status,wording
                1,offers
                2,offers,granted,"a"b,c
                3,offers,granted,"two
                lines"
                4,offers,granted,x,y

                5,offers,granted,"a ""quote"" b"
                """);
        assertThat(rows).extracting(CsvRow::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows).extracting(row -> row.fault() == null).containsExactly(false, false, true, false, true);
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 5L, 6L, 8L);
        assertThat(rows.get(2).cells()).containsEntry(ImportColumn.WORDING, "two\nlines");
        assertThat(rows.get(4).cells()).containsEntry(ImportColumn.WORDING, "a \"quote\" b");
    }

    @Test
    void whoseQuoteIsNeverClosedIsGivenUpInBoundedMemory() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream((ROW + "\"1,offers,granted\n").getBytes()), new EndlessStream());
        assertThatExceptionOfType(CsvTooBroken.class)
                .isThrownBy(() -> all(new CsvFile(endless, StandardCharsets.UTF_8, null)))
                .withMessageContaining("row 2, from line 3,")
                .withMessageContaining("is a quote not closed?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone,purpose                       | the column status is missing",
                "phone,purpose,status,colour         | column 4, 'colour', is not known",
                "phone,purpose,status,Phone          | column 4 is phone again",
                "+351912345678,offers,granted        | column 1, '…', is not known",
            })
    void withoutTheRightHeadingIsRefusedByName(String heading, String said) {
        assertThatExceptionOfType(CsvTooBroken.class)
                .isThrownBy(() -> rows(heading + "\n"))
                .withMessageContaining(said)
                .withMessageContaining("allowed: phone, purpose, status, source")
                .withMessageNotContaining("351912345678");
    }

    @Test
    void thatIsEmptyIsSaidToBeSo() {
        assertThatExceptionOfType(CsvTooBroken.class).isThrownBy(() -> rows("")).withMessageContaining("empty");
    }

    private static CsvRow only(List<CsvRow> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<CsvRow> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<CsvRow> rows(byte[] text, Charset encoding) throws IOException {
        return all(new CsvFile(new ByteArrayInputStream(text), encoding, null));
    }

    private static List<CsvRow> all(CsvFile file) throws IOException {
        try (file) {
            List<CsvRow> rows = new ArrayList<>();
            for (CsvRow row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    private static final class EndlessStream extends InputStream {
        @Override
        public int read() {
            return 'x';
        }
    }
}
