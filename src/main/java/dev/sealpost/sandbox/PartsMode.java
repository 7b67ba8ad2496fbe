package dev.sealpost.sandbox;

/** Who runs the sandbox's servers. */
public enum PartsMode {
    /** Servers that run already for this directory are used, else the hub starts them. */
    AUTO,
    /** The hub starts them; it does not start beside others on the same directory. */
    EMBEDDED,
    /** The hub never starts them. It uses those that run for this directory, else what its settings name. */
    EXTERNAL
}
