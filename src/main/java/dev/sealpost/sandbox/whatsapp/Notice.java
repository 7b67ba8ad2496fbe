package dev.sealpost.sandbox.whatsapp;

/** Something a webhook tells the business; the index is the line in its journal. */
sealed interface Notice {
    int index();

    record StatusNotice(int index, Status status) implements Notice {}

    record InboundNotice(int index) implements Notice {}
}
