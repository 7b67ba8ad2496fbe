package dev.sealpost.consent;

/** What happens to a message whose sending stays unknown after the purpose's window. */
public enum UncertainPolicy {
    RESEND,
    PARK
}
