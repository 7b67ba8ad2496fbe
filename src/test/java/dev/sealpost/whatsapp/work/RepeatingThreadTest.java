package dev.sealpost.whatsapp.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatingThreadTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private volatile Class<? extends Throwable> failure;
    private final RepeatingThread thread = new RepeatingThread("test-repeating") {
        @Override
        protected void round() {
            if (rounds.incrementAndGet() == 1) {
                fail();
            }
            Thread.onSpinWait();
        }
    };

    @AfterEach
    void stop() {
        thread.stop();
        assertThat(thread.isAlive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class, NoClassDefFoundError.class})
    void goesOnWhateverARoundFailsWith(Class<? extends Throwable> failure) {
        this.failure = failure;
        assertThat(thread.isAlive()).isFalse();
        thread.start();

        await().until(() -> rounds.get() > 1);
        assertThat(thread.isAlive()).isTrue();
    }

    private void fail() {
        if (failure == OutOfMemoryError.class) {
            throw new OutOfMemoryError("as if");
        } else if (failure == NoClassDefFoundError.class) {
            throw new NoClassDefFoundError("as if");
        }
        throw new IllegalStateException("as if");
    }
}
