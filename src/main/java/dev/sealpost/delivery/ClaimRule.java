package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import java.util.List;
import java.util.Map;

/**
 * Says which of the messages whose turn it is have to wait, within the claim's transaction and with a constant number of statements.
 * What it throws ends the claim: nothing is sent then.
 */
interface ClaimRule {

    Map<MessageId, Wait> review(List<Candidate> candidates);

    /** These are {@code SENDING} now, unless the transaction rolls back. */
    default void claimed(List<Candidate> candidates) {}
}
