package dev.sealpost.whatsapp;

/** How it is going with what people write. */
public interface InboundMessages {

    /** By one query; never fails: a database that does not answer is itself a status. */
    InboundStatus status();
}
