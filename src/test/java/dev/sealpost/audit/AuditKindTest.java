package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditKindTest {

    @ParameterizedTest
    @EnumSource(AuditKind.class)
    void eachKindIsDocumentedAndFoundByItsWireName(AuditKind kind) throws IOException {
        assertThat(Files.readString(Path.of("src/docs/audit.md"))).contains("`" + kind.wireName() + "`");
        assertThat(AuditKind.ofWireName(kind.wireName())).contains(kind);
    }
}
