package dev.sealpost.consent;

/** WhatsApp's template categories. */
public enum TemplateCategory {
    MARKETING,
    UTILITY,
    AUTHENTICATION
}
