package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultCreationTest {

    @TempDir
    Path temporary;

    @Test
    void aNewDatabaseGetsANewVaultThatNobodyElseCanRead() throws IOException {
        VaultOnDisk vault = VaultOnDisk.createdIn(directory());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        assertThat(VaultKeyset.all()).allSatisfy(keyset -> assertThat(
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(vault.file(keyset))))
                .isEqualTo("rw-------"));
        try (var files = Files.list(directory())) {
            assertThat(files).hasSize(VaultKeyset.all().size());
        }
    }

    @Test
    void aSecondStartUsesTheSameKeys() {
        VaultOnDisk vault = VaultOnDisk.in(directory());
        assertThat(index(vault.openOrCreate())).isEqualTo(index(vault.open())).isEqualTo(index(vault.openOrCreate()));
    }

    @Test
    void nothingIsCreatedUnasked() {
        VaultOnDisk vault = VaultOnDisk.in(directory());
        assertThat(vault.refusal())
                .hasMessageContaining(vault.file(VaultKeyset.BLIND_INDEX) + " is missing")
                .hasMessageContaining("sealpost.vault.create=true");
        assertThat(directory()).doesNotExist();
    }

    @Test
    void hubsThatStartAtOnceShareOneVault() {
        VaultOnDisk vault = VaultOnDisk.in(directory());
        var starts = IntStream.range(0, 4)
                .mapToObj(hub -> CompletableFuture.supplyAsync(() -> index(vault.openOrCreate())))
                .toList();
        assertThat(starts.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void aStartThatDiedBetweenFilesAndDatabaseIsFinishedByTheNext() {
        VaultOnDisk vault = VaultOnDisk.createdIn(directory());
        vault.sql().sql("DELETE FROM vault_check").update();
        BlindIndex before = index(vault.open());
        assertThat(index(vault.open())).isEqualTo(before);
        assertThat(vault.sql()
                        .sql("SELECT count(*) FROM vault_check")
                        .query(Integer.class)
                        .single())
                .isEqualTo(VaultKeyset.all().size());
    }

    @Test
    void anUnwritablePlaceIsAnError() throws IOException {
        Files.createFile(temporary.resolve("file"));
        VaultOnDisk vault = VaultOnDisk.in(temporary.resolve("file").resolve("vault"));
        assertThatThrownBy(vault::openOrCreate).hasMessageContaining("Cannot create");
    }

    private Path directory() {
        return temporary.resolve("deep").resolve("vault");
    }

    private static BlindIndex index(Vault vault) {
        return new PrfBlindIndexer(vault).index("phone", "+351912345678");
    }
}
