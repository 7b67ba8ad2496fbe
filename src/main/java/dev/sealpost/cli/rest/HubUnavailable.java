package dev.sealpost.cli.rest;

import java.net.URI;

/** No hub answered. */
public final class HubUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HubUnavailable(URI hub, Exception cause) {
        super(
                "No hub answers at %s (%s). Is it running? --url or SEALPOST_URL says where."
                        .formatted(hub, reason(cause)),
                cause);
    }

    private static String reason(Exception cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : Terminal.line(cause.getMessage());
    }
}
