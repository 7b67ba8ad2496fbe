package dev.sealpost.cli.rest;

import java.io.PrintWriter;
import java.time.Duration;

/** A bar for a person who is looking, once it takes more than two seconds; nothing where nobody is. */
public final class Progress {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final long REDRAW = Duration.ofMillis(200).toNanos();
    private static final int WIDTH = 30;

    private final PrintWriter terminal;
    private final boolean attended;
    private final long begun = System.nanoTime();
    private long drawn;

    public Progress(PrintWriter terminal) {
        this(terminal, Terminal.isAttended());
    }

    Progress(PrintWriter terminal, boolean attended) {
        this.terminal = terminal;
        this.attended = attended;
    }

    /**
     * @param done of {@code all}, in any unit
     * @param what is shown beside the bar
     */
    public void show(long done, long all, String what) {
        long now = System.nanoTime();
        if (!attended || now - begun < PATIENCE || now - drawn < REDRAW) {
            return;
        }
        drawn = now;
        int filled = all == 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / all);
        terminal.print("\r[%s%s] %3d %%  %s "
                .formatted("#".repeat(filled), " ".repeat(WIDTH - filled), 100 * filled / WIDTH, what));
        terminal.flush();
    }

    public void end() {
        if (drawn != 0) {
            terminal.print("\r" + " ".repeat(WIDTH * 3) + "\r");
            terminal.flush();
        }
    }
}
