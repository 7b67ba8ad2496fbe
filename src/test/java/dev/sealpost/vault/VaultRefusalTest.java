package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.crypto.tink.KeysetHandle;
import com.sun.security.auth.module.UnixSystem;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.Tampering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub does not start with. */
class VaultRefusalTest {

    @TempDir
    Path temporary;

    private VaultOnDisk vault;
    private Path file;

    @BeforeEach
    void create() {
        vault = VaultOnDisk.createdIn(temporary.resolve("vault"));
        file = vault.file(VaultKeyset.KEY_ENCRYPTION);
    }

    @Nested
    class OpenToOthers {

        @ParameterizedTest
        @ValueSource(
                strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw---x---", "rwx------", "rw-rw-rw-"})
        void aLooserFile(String permissions) throws IOException {
            vault.mode(file, permissions);
            assertThat(vault.refusal()).hasMessageContainingAll(permissions, "chmod 600 " + file);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rwxr-x---", "rwx-----x", "rwx--x---", "rwxrwxrwx"})
        void aLooserDirectory(String permissions) throws IOException {
            vault.mode(vault.directory(), permissions);
            assertThat(vault.refusal()).hasMessageContainingAll(permissions, "chmod 700 " + vault.directory());
        }

        @Test
        void tighterIsFine() throws IOException {
            vault.mode(file, "r--------");
            vault.mode(vault.directory(), "r-x------");
            assertThat(vault.open()).isNotNull();
        }

        @Test
        void aFileOfAnotherUser() throws IOException {
            assumeTrue(new UnixSystem().getUid() == 0, "only root can give a file away");
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("65534"));
            assertThat(vault.refusal()).hasMessageContainingAll("not to the hub's user", "chown");
        }

        @Test
        void aLinkedFile() throws IOException {
            Path elsewhere = Files.move(file, temporary.resolve("elsewhere"));
            Files.createSymbolicLink(file, elsewhere);
            assertThat(vault.refusal()).hasMessageContaining(file + " is a symbolic link");
        }

        @Test
        void aDanglingLink() throws IOException {
            Files.delete(file);
            Files.createSymbolicLink(file, temporary.resolve("nowhere"));
            assertThat(vault.refusalToCreate()).hasMessageContaining(file + " is a symbolic link");
        }

        @Test
        void aLinkedDirectory() throws IOException {
            Path elsewhere = Files.move(vault.directory(), temporary.resolve("elsewhere"));
            Files.createSymbolicLink(vault.directory(), elsewhere);
            assertThat(vault.refusal()).hasMessageContaining(vault.directory() + " is a symbolic link");
        }
    }

    @Nested
    class Damaged {

        /** A change after the JSON's end or in base64's padding may go unseen; it changes no key. */
        @ParameterizedTest
        @EnumSource
        void corruptedKeyset_fails(VaultKeyset keyset) throws Exception {
            byte[] original = Files.readAllBytes(vault.file(keyset));
            byte[] proof = new VaultChecks(vault.sql()).proofs().get(keyset.id());
            List<KeysetHandle> accepted = Stream.concat(
                            Tampering.eachByteChanged(original), Tampering.eachTruncation(original))
                    .flatMap(damaged -> accepted(keyset, damaged, proof).stream())
                    .toList();
            KeysetHandle undamaged = accepted(keyset, original, proof).orElseThrow();
            assertThat(accepted).hasSizeLessThan(5).allMatch(undamaged::equalsKeyset);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[]", "null", "not JSON", "{\"primaryKeyId\":1,\"key\":[]}", "\u0000"})
        void whatIsNoKeyset(String content) throws IOException {
            Files.writeString(file, content);
            assertThat(vault.refusal()).hasMessageContainingAll(file + " is damaged", "backup");
            assertThat(vault.refusalToCreate()).hasMessageContaining(file + " is damaged");
        }

        @Test
        void aHugeFile() throws IOException {
            Files.writeString(file, " ".repeat(1 << 17));
            assertThat(vault.refusal()).hasMessageContaining("larger than any keyset");
        }

        @Test
        void aDirectoryInsteadOfAFile() throws IOException {
            Files.delete(file);
            Files.createDirectory(file);
            assertThat(vault.refusal()).hasMessageContaining(file + " is not a regular file");
        }

        @Test
        void aFileInsteadOfADirectory() throws IOException {
            Path regular = Files.createFile(temporary.resolve("regular"));
            assertThat(new VaultOnDisk(regular, vault.database()).refusal()).hasMessageContaining("is not a directory");
        }

        @Test
        void keysetsInEachOthersPlace() throws IOException {
            Path other = vault.file(VaultKeyset.BLIND_INDEX);
            Path aside = Files.move(file, temporary.resolve("aside"));
            Files.move(other, file);
            Files.move(aside, other);
            assertThat(vault.refusal()).hasMessageContainingAll(file + " is damaged", other + " is damaged");
        }

        @Test
        void nothingOfAKeyIsInTheMessage() throws IOException {
            String content = Files.readString(file);
            Files.writeString(file, content.substring(0, content.length() - 5));
            String secret = content.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            assertThat(secret).hasSizeGreaterThan(20);
            assertThat(vault.refusal()).hasNoCause().hasMessageNotContaining(secret);
        }

        private static Optional<KeysetHandle> accepted(VaultKeyset keyset, byte[] text, byte[] proof) {
            try {
                KeysetHandle read = Keysets.parse(keyset, new String(text, StandardCharsets.UTF_8));
                return Optional.of(read).filter(handle -> KeysetProof.holds(keyset, handle, proof));
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        }
    }

    @Nested
    class OfAnotherDatabase {

        @ParameterizedTest
        @EnumSource
        void aKeysetThatIsNotThisDatabases(VaultKeyset keyset) throws IOException {
            Files.delete(vault.file(keyset));
            new VaultDirectory(vault.directory()).create(keyset, Keysets.generate(keyset));
            assertThat(vault.refusal())
                    .hasMessageContaining(vault.file(keyset) + " is not the keyset this database was written with");
        }

        @ParameterizedTest
        @EnumSource
        void aLostKeysetIsNeverMadeAnew(VaultKeyset keyset) throws IOException {
            Files.delete(vault.file(keyset));
            assertThat(vault.refusalToCreate())
                    .hasMessageContaining(
                            vault.file(keyset) + " is missing, and the database holds data that needs it");
            assertThat(vault.file(keyset)).doesNotExist();
        }

        @Test
        void aLostVaultIsNeverMadeAnew() throws IOException {
            Path aside = Files.move(vault.directory(), temporary.resolve("aside"));
            assertThat(vault.refusalToCreate().faults())
                    .hasSize(VaultKeyset.all().size());
            assertThat(vault.directory()).doesNotExist();
            Files.move(aside, vault.directory());
            assertThat(vault.open()).isNotNull();
        }

        @Test
        void wrappedKeysWithoutTheRowsThatSayByWhom() {
            TestVault.subjectKeys(vault.database()).create(List.of(SubjectRef.random()));
            vault.sql().sql("DELETE FROM vault_check").update();
            assertThat(vault.refusal()).hasMessageContaining("vault_check is empty");
        }

        @Test
        void proofsThatWereAltered() {
            vault.sql()
                    .sql("UPDATE vault_check SET proof = ?")
                    .param("x".getBytes(StandardCharsets.US_ASCII))
                    .update();
            assertThat(vault.refusal().faults()).hasSize(VaultKeyset.all().size());
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndShownWithoutAStackTrace() throws IOException {
        vault.mode(vault.directory(), "rwxr-xr-x");
        for (VaultKeyset keyset : VaultKeyset.all()) {
            vault.mode(vault.file(keyset), "rw-r--r--");
        }
        VaultUnusable refusal = vault.refusal();
        assertThat(refusal.faults()).hasSize(1 + VaultKeyset.all().size());
        var shown = new VaultUnusableAnalyzer().analyze(refusal);
        assertThat(shown.getDescription()).contains(file.toString());
        assertThat(shown.getAction()).contains("chmod 700", "chmod 600 " + file);
    }
}
