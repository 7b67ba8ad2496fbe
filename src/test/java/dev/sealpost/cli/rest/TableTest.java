package dev.sealpost.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table")
class TableTest {

    @Test
    void hasARowOnEachLineIfItFitsInto80Columns() {
        assertThat(printed(new Table("ID", "STATE").row("1", "active").row("22", null)))
                .containsExactly("ID  STATE", "1   active", "22  -");
    }

    @Test
    void isPrintedRowByRowWithoutEmptyCellsIfItDoesNot() {
        String scopes = "messages:write, messages:read, consents:write, consents:read, audit:read, keys:admin";

        assertThat(printed(new Table("ID", "EXPIRES", "SCOPES")
                        .row("1", null, scopes)
                        .row("2", "never", "audit:read")))
                .containsExactly(
                        "ID       1",
                        "SCOPES   messages:write, messages:read, consents:write, consents:read,",
                        "         audit:read, keys:admin",
                        "",
                        "ID       2",
                        "EXPIRES  never",
                        "SCOPES   audit:read");
    }

    private static List<String> printed(Table table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString().lines().toList();
    }
}
