package dev.sealpost.consent;

import java.util.List;

/**
 * Records that people are to be asked for their consent. Somebody who said stop is not asked again unless they opted in after that,
 * at a time that is known; the same flag synchronised once more changes nothing.
 */
public interface ConsentRequests {

    /**
     * Records them with their sealed evidence and their audit entries; a constant number of statements. Takes part in the caller's
     * transaction, and until it ends nobody else records anything about these people.
     *
     * @return what came of each, in their order
     */
    List<RequestOutcome> record(List<ConsentRequest> requests);
}
