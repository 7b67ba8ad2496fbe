package dev.sealpost.whatsapp.inbound;

/** Shows people that what they wrote was read. */
interface ReadMarks {

    /** Not guaranteed: that it is shown. Returns at once. */
    void read(InboundRow message);
}
