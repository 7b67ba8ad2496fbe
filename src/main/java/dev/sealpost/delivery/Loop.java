package dev.sealpost.delivery;

import java.util.function.BooleanSupplier;

/** Does one thing over and over on a thread of its own, until told to stop; no failure ends it. */
class Loop implements Runnable {

    private final Work work;
    private final Trouble trouble;
    private final BooleanSupplier goesOn;

    Loop(Work work, Trouble trouble, BooleanSupplier goesOn) {
        this.work = work;
        this.trouble = trouble;
        this.goesOn = goesOn;
    }

    @Override
    public void run() {
        try {
            while (goesOn.getAsBoolean()) {
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            work.once();
            trouble.worked();
        } catch (RuntimeException | Error e) {
            trouble.failed(e);
        }
    }

    @FunctionalInterface
    interface Work {
        void once() throws InterruptedException;
    }
}
