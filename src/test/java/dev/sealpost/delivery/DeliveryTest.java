package dev.sealpost.delivery;

import dev.sealpost.testing.Parts;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the delivery package on a database of its own, shared with the other tests of this package. */
abstract class DeliveryTest extends DeliveryBeans {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Parts.database().register(registry);
    }
}
