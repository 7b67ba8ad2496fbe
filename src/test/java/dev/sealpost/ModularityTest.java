package dev.sealpost;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("The packages")
class ModularityTest {

    @Test
    void dependOnEachOtherOnlyAsTheirPackageInfoAllows() {
        ApplicationModules.of(Sealpost.class).verify();
    }
}
