package dev.sealpost.vault;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RawKeyAccessTest {

    private final JavaClasses hub = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sealpost");

    @Test
    void twoClassesReachRawKeys() {
        assertThat(hub.stream().filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(uses -> uses.getTargetClass().isEquivalentTo(InsecureSecretKeyAccess.class))))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("KeysetText", "SigningKeyPair");
    }

    @Test
    void onlyTheVaultUsesTink() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sealpost.vault")
                .should()
                .dependOnClassesThat(resideInAPackage("com.google.crypto.tink.."))
                .check(hub);
    }
}
