package dev.sealpost.cli.consents;

/** The file cannot be read, or not any further. Says where and what to do; nothing of what is in it. */
final class CsvTooBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CsvTooBroken(String message) {
        super(message);
    }
}
