package dev.sealpost.access;

import java.io.IOException;

/** More was sent than is read. */
public class BodyTooLarge extends IOException {
    private final long most;

    BodyTooLarge(long most) {
        super("The request body has more than " + most + " bytes");
        this.most = most;
    }

    long most() {
        return most;
    }
}
