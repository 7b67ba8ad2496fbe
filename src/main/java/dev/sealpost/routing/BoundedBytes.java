package dev.sealpost.routing;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Takes bytes up to a limit. */
final class BoundedBytes extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    private BoundedBytes(int most) {
        this.most = most;
    }

    /** Empty if the mail has more. */
    static Optional<byte[]> of(Message mail, int most) throws MessagingException, IOException {
        BoundedBytes bounded = new BoundedBytes(most);
        try {
            mail.writeTo(bounded);
            return Optional.of(bounded.bytes.toByteArray());
        } catch (TooMany tooMany) {
            return Optional.empty();
        }
    }

    @Override
    public void write(int next) throws IOException {
        write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (length > most - bytes.size()) {
            throw new TooMany();
        }
        bytes.write(source, offset, length);
    }

    private static final class TooMany extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
