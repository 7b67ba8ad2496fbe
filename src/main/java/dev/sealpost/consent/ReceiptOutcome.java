package dev.sealpost.consent;

/** What became of a request for a receipt. */
sealed interface ReceiptOutcome {

    record Issued(SignedReceipt receipt) implements ReceiptOutcome {}

    /** Nothing was ever said about the purpose, or the person is not known. */
    record NothingSaid() implements ReceiptOutcome {}

    /** The settings do not say who issues it. */
    record NoController() implements ReceiptOutcome {}
}
