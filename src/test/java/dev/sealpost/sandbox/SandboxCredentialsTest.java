package dev.sealpost.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The sandbox's credentials")
class SandboxCredentialsTest {
    @TempDir
    Path directory;

    @Test
    void areMadeOnceAndReadableByTheirOwnerOnly() throws IOException {
        SandboxCredentials made = SandboxCredentials.in(directory);
        assertThat(made.isNew()).isTrue();
        assertThat(made.apiKey()).matches("sp_[A-Za-z0-9_-]{43}");
        assertThat(made.adminPassword()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");

        SandboxCredentials loaded = SandboxCredentials.in(directory);
        assertThat(loaded.isNew()).isFalse();
        assertThat(loaded.apiKey()).isEqualTo(made.apiKey());
        assertThat(loaded.adminPassword()).isEqualTo(made.adminPassword());
        assertThat(loaded).asString().doesNotContain(made.apiKey(), made.adminPassword());
    }

    @Test
    void areRefusedIfOthersMayHaveReadThem() throws IOException {
        SandboxCredentials.in(directory);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SandboxCredentials.in(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("rw-r-----", "allowed is rw-------", "chmod 600");
    }

    @Test
    void areRefusedIfSomethingIsMissing() throws IOException {
        SandboxCredentials.in(directory);
        Files.writeString(file(), "admin.user=admin\n");
        assertThatThrownBy(() -> SandboxCredentials.in(directory)).hasMessageContaining("lacks admin.password");
    }

    private Path file() {
        return directory.resolve("credentials");
    }
}
