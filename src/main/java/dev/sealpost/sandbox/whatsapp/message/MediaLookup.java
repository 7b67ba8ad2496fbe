package dev.sealpost.sandbox.whatsapp.message;

import java.util.Optional;

/** Looks up media that were uploaded. */
@FunctionalInterface
public interface MediaLookup {
    /** The type of the file; empty if the id is unknown, expired or another account's. */
    Optional<String> mimeType(String account, String id);
}
