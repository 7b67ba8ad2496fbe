package dev.sealpost.vault;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the hub's keys are.
 *
 * @param directory the vault: a directory of mode 700 that holds the keyset files, each of mode 600, and belongs to the hub's user
 * @param create whether keysets that a new database has never used are made when they are missing. What a database was sealed
 *     with is never made anew
 */
@Validated
@ConfigurationProperties("sealpost.vault")
record VaultSettings(@NotNull Path directory, @DefaultValue("false") boolean create) {}
