package dev.sealpost.places;

import java.io.IOException;

/** The other side let the hub wait too long. */
public final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
        super("The caller sends or reads too slowly");
    }
}
