package dev.sealpost.whatsapp.notice;

import java.util.List;

/**
 * Meta tells the business something about its templates, numbers or account. Words are Meta's, {@code OTHER} if they are not words of
 * the usual form; null where nothing was said.
 */
public sealed interface BusinessNotice extends Notice {

    /** For the audit, without ids. */
    String word();

    /** @param event {@code APPROVED}, {@code REJECTED}, {@code PAUSED}, {@code DISABLED}, … */
    record TemplateStatus(String account, String name, String language, String event, String reason)
            implements BusinessNotice {
        @Override
        public String word() {
            return event;
        }
    }

    /** @param current {@code GREEN}, {@code YELLOW}, {@code RED} or {@code UNKNOWN} */
    record TemplateQuality(String account, String name, String language, String current) implements BusinessNotice {
        @Override
        public String word() {
            return current;
        }
    }

    /** @param current {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION} */
    record TemplateCategoryChange(String account, String name, String language, String current)
            implements BusinessNotice {
        @Override
        public String word() {
            return current;
        }
    }

    /**
     * @param number as Meta shows it; the business's own
     * @param event {@code FLAGGED}, {@code UNFLAGGED}, {@code ONBOARDING}, {@code UPGRADE}, {@code DOWNGRADE}, …
     * @param limit {@code TIER_2K}, {@code TIER_UNLIMITED}, …
     */
    record NumberQuality(String account, String number, String event, String limit) implements BusinessNotice {
        @Override
        public String word() {
            return event;
        }
    }

    /** @param details restrictions, violation and ban state, as far as there are any */
    record AccountUpdate(String account, String event, List<String> details) implements BusinessNotice {
        @Override
        public String word() {
            return event;
        }
    }

    record AccountAlert(String account, String severity, String type) implements BusinessNotice {
        @Override
        public String word() {
            return type;
        }
    }

    /** @param limit of people the business may begin a conversation with in 24 hours; -1: none; null: not said */
    record Capability(String account, Integer limit) implements BusinessNotice {
        @Override
        public String word() {
            return "UPDATE";
        }
    }
}
