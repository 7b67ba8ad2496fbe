package dev.sealpost.delivery;

/** Looks after what no dispatcher does any more, in small transactions, beside other hubs that do the same. */
interface Sweep {

    int BATCH = 200;

    /** One transaction. @return whether there may be more to do at once */
    boolean sweep();
}
