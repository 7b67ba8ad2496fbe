package dev.sealpost.sandbox.crm;

import java.util.concurrent.atomic.AtomicInteger;

/** How often the CRM was asked since its start. */
record Usage(AtomicInteger pages, AtomicInteger tokens) {
    Usage() {
        this(new AtomicInteger(), new AtomicInteger());
    }
}
