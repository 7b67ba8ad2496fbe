package dev.sealpost.delivery;

/** What opening a dead letter came to. */
sealed interface OpenedLetter {

    /** Prints nothing of it. */
    record Opened(byte[] content) implements OpenedLetter {

        @Override
        public String toString() {
            return "Opened[]";
        }
    }

    /** The person was erased, and their key with them. */
    record Destroyed() implements OpenedLetter {}

    /** Letter or key were altered. */
    record Broken() implements OpenedLetter {}
}
