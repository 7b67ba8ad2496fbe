package dev.sealpost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes files of consents and looks at what became of them. */
abstract class CsvCommands extends HubCommands {
    private static final String HEADING = "phone,purpose,status,notice,wording,at,proof,confirmed_at,confirmed_proof\n";

    String granted(int number) {
        return "+3519120%05d,order-updates,granted,order-updates@1,yes,2026-11-01T10:00:00Z,form-%d,2026-11-01T10:05:00Z,link"
                .formatted(number, number);
    }

    Path csv(String name, String... rows) throws IOException {
        return Files.writeString(directory.resolve(name + ".csv"), HEADING + String.join("\n", rows) + "\n");
    }

    JsonNode standing(String phone) {
        return shell.run("consent", "show", "--phone", phone, "--json")
                .succeeded()
                .json();
    }
}
