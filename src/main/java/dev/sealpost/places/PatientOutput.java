package dev.sealpost.places;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to a reader who must not be too slow. */
final class PatientOutput extends FilterOutputStream {
    private final Patience patience;

    PatientOutput(OutputStream out, Patience patience) {
        super(out);
        this.patience = patience;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        long begun = System.nanoTime();
        out.write(buffer, offset, length);
        patience.spend(System.nanoTime() - begun, length);
    }

    @Override
    public void flush() throws IOException {
        long begun = System.nanoTime();
        out.flush();
        patience.spend(System.nanoTime() - begun, 0);
    }
}
