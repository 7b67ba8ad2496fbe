package dev.sealpost.audit;

/** How the log is doing. */
public interface Ledger {

    /** By one query; never fails: a database that does not answer is itself a status. */
    LedgerStatus status();
}
