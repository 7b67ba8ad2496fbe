package dev.sealpost.testing;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.filter.TypeExcludeFilters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole hub in the test's own process, on random ports; its servers are the suite's {@link Parts}. Classes whose settings are the
 * same share it; the last of them stops it, by {@code @DirtiesContext}. A class that has it alone is a {@link HubTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "sealpost.vault.directory=target/hub-test-vault",
            "sealpost.crm.poll=false"
        })
@AutoConfigureObservability(tracing = false)
@TypeExcludeFilters(WholeHub.NoTestComponents.class)
@ActiveProfiles("sandbox")
public @interface WholeHub {

    /** The application's component scan would find the other tests' components too. */
    class NoTestComponents extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTestComponents;
        }

        @Override
        public int hashCode() {
            return NoTestComponents.class.hashCode();
        }
    }
}
