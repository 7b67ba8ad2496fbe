package dev.sealpost.consent;

/**
 * The rule that says whether a person may be asked for their consent. Somebody who said stop is not asked again unless they opted in
 * after that, at a time that is known. It reads nothing but what it is given.
 */
public interface RequestGate {

    /** What would come of it, as far as the snapshot tells; {@link ConsentRequests} has the last word. */
    RequestOutcome foresee(ConsentRequest request, ConsentSnapshot snapshot);
}
