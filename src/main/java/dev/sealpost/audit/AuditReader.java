package dev.sealpost.audit;

import java.security.Principal;
import java.util.Set;

/** Somebody who reads the log: their name is written down with what they looked at. */
public interface AuditReader extends Principal {

    /**
     * The flows whose entries they may see, and then no entry that belongs to no flow; empty: they may see all entries.
     */
    Set<String> flows();
}
