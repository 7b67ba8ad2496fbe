package dev.sealpost;

import org.springframework.boot.ExitCodeGenerator;

/** The hub cannot start here and now, for a reason that a person can mend. The message is one line and is all they see. */
public class StartRefused extends RuntimeException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;
    private static final int UNAVAILABLE = 3;

    public StartRefused(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public int getExitCode() {
        return UNAVAILABLE;
    }
}
