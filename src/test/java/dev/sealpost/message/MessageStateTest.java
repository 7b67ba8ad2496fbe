package dev.sealpost.message;

import static dev.sealpost.message.MessageState.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message")
class MessageStateTest {

    @Test
    void neverGoesBackOnceItWasDeliveredAndFromSentOnlyIfItFailed() {
        assertThat(Arrays.stream(values()).filter(DELIVERED::mayBecome)).containsExactly(READ);
        assertThat(Arrays.stream(values()).filter(SENT::mayBecome)).containsExactly(QUEUED, DELIVERED, READ, FAILED);
        assertThat(Arrays.stream(values()).filter(READ::mayBecome)).isEmpty();
    }

    @Test
    void isSentAgainOnlyFromStatesThatAllowIt() {
        assertThat(Arrays.stream(values()).filter(state -> state.mayBecome(QUEUED)))
                .containsExactly(SENDING, SENT, UNCERTAIN);
        assertThat(Arrays.stream(values()).filter(state -> state.mayBecome(SENDING)))
                .containsExactly(QUEUED);
    }

    @Test
    void isKnownToBeSentFromEveryStateInWhichItMayHaveBeen() {
        assertThat(Arrays.stream(values()).filter(state -> state.mayBecome(SENT)))
                .containsExactly(QUEUED, SENDING, UNCERTAIN, PARKED);
        assertThat(Arrays.stream(values()).filter(state -> state.mayBecome(DELIVERED)))
                .containsExactly(QUEUED, SENDING, SENT, UNCERTAIN, PARKED);
    }

    @Test
    void staysWhereItIsWhenRefusedRecordedBlockedOrFailed() {
        for (MessageState end : new MessageState[] {REFUSED, RECORDED, BLOCKED, FAILED}) {
            assertThat(end.isFinal()).isTrue();
            assertThat(Arrays.stream(values()).filter(end::mayBecome)).isEmpty();
        }
    }
}
