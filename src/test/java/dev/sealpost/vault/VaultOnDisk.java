package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealpost.testing.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A directory and a database that no vault was used with before, opened as the hub does at its start. */
record VaultOnDisk(Path directory, DataSource database) {

    private static final DataSource SHARED = Parts.database().dataSource();

    /** Clears the one database that these tests share: that is faster than a new one. */
    static VaultOnDisk in(Path directory) {
        JdbcClient.create(SHARED).sql("TRUNCATE vault_check, keys.subject_key").update();
        return new VaultOnDisk(directory, SHARED);
    }

    static VaultOnDisk createdIn(Path directory) {
        VaultOnDisk vault = in(directory);
        vault.openOrCreate();
        return vault;
    }

    Vault open() {
        return open(false);
    }

    Vault openOrCreate() {
        return open(true);
    }

    VaultUnusable refusal() {
        return catchThrowableOfType(VaultUnusable.class, this::open);
    }

    VaultUnusable refusalToCreate() {
        return catchThrowableOfType(VaultUnusable.class, this::openOrCreate);
    }

    Path file(VaultKeyset keyset) {
        return directory.resolve(keyset.fileName());
    }

    JdbcClient sql() {
        return JdbcClient.create(database);
    }

    void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private Vault open(boolean create) {
        return new VaultConfiguration()
                .vault(
                        new VaultSettings(directory, create),
                        new VaultChecks(sql()),
                        new DataSourceTransactionManager(database));
    }
}
