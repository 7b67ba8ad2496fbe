package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Consents from the command line. */
abstract class ConsentCommands extends HubCommands {

    @Test
    void showsWherePeopleStandWithTheNumberFromAFile() throws IOException {
        hub.grant("+351912345678", "order-updates");
        Path number = Files.writeString(directory.resolve("number"), "+351 912 345 678\n");
        Shell.Result shown =
                shell.run("consent", "show", "--phone-file", number.toString()).succeeded();
        assertThat(shown.out()).contains("order-updates", "granted", "opened").doesNotContain("912345678");
        assertThat(shell.run("consent", "show", "--phone", "+351912999999")
                        .succeeded()
                        .out())
                .contains("Nothing was ever said");
        assertThat(shell.run("consent", "show", "--phone", "nonsense").exitCode())
                .isEqualTo(1);
    }
}
