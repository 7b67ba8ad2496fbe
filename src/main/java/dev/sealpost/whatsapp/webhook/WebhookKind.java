package dev.sealpost.whatsapp.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a part of a webhook is, in a closed vocabulary: names that are not in it are counted as {@code other}, because a name from
 * outside may be anything.
 *
 * @param group {@code status}, {@code message} or {@code field}
 */
record WebhookKind(String group, String name) {

    static final String OTHER = "other";

    private static final Map<String, Set<String>> KNOWN = Stream.of(
                    kinds("status", "sent delivered read played failed call"),
                    kinds(
                            "message",
                            "text image audio video document sticker location contacts interactive button reaction order"
                                    + " system request_welcome unsupported edit revoke"),
                    kinds(
                            "field",
                            "messages user_preferences message_template_status_update message_template_quality_update"
                                    + " message_template_components_update template_category_update"
                                    + " phone_number_quality_update phone_number_name_update account_update"
                                    + " account_alerts account_review_update business_capability_update user_id_update"
                                    + " security flows calls history smb_message_echoes smb_app_state_sync"
                                    + " message_echoes group_lifecycle_update group_participants_update"
                                    + " group_settings_update group_status_update"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    static WebhookKind status(String name) {
        return known("status", name);
    }

    static WebhookKind message(String name) {
        return known("message", name);
    }

    static WebhookKind field(String name) {
        return known("field", name);
    }

    boolean isOther() {
        return name.equals(OTHER);
    }

    private static WebhookKind known(String group, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new WebhookKind(group, KNOWN.get(group).contains(lower) ? lower : OTHER);
    }

    private static Map.Entry<String, Set<String>> kinds(String group, String names) {
        return Map.entry(group, Stream.of(names.split(" ")).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public String toString() {
        return group + "." + name;
    }
}
