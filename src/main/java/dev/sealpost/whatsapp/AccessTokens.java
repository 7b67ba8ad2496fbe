package dev.sealpost.whatsapp;

/** The senders' access tokens as they are now; replaced ones are in use within seconds, without a restart. */
public interface AccessTokens {

    /** The one that was given by {@code senders token}, else the configured one. Never blocks. */
    String of(Sender sender);
}
