package dev.sealpost.whatsapp.notice;

import static dev.sealpost.whatsapp.notice.JsonText.text;
import static dev.sealpost.whatsapp.notice.JsonText.word;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.notice.BusinessNotice.AccountAlert;
import dev.sealpost.whatsapp.notice.BusinessNotice.AccountUpdate;
import dev.sealpost.whatsapp.notice.BusinessNotice.Capability;
import dev.sealpost.whatsapp.notice.BusinessNotice.NumberQuality;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateCategoryChange;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateQuality;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code changes} of webhooks other than statuses. Never throws for what is in them: what it does not know it leaves out. */
public final class NoticeReader {

    private static final Pattern WAMID = Pattern.compile("[!-~]{1,512}");

    private final Instant receivedAt;

    public NoticeReader(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    /** @return empty if it has no id, or nobody sent it */
    public Optional<InboundMessage> message(JsonNode message, JsonNode value) {
        String wamid = message.path("id").asText();
        if (!WAMID.matcher(wamid).matches()) {
            return Optional.empty();
        }
        JsonNode context = message.path("context");
        return PersonReader.sender(message, value.path("contacts"))
                .map(from -> new InboundMessage(
                        wamid,
                        value.path("metadata").path("phone_number_id").asText(),
                        from,
                        JsonText.at(message.path("timestamp"), receivedAt),
                        ContentReader.read(message),
                        text(context.path("id")),
                        !message.path("group_id").isMissingNode()));
    }

    /** @param account the WhatsApp business account that it is about */
    public List<Notice> notices(String account, JsonNode change) {
        JsonNode value = change.path("value");
        return switch (change.path("field").asText()) {
            case "user_preferences" -> preferences(value);
            case "user_id_update" -> userIds(value);
            case "message_template_status_update" -> List.of(templateStatus(account, value));
            case "message_template_quality_update" ->
                List.of(new TemplateQuality(
                        account, name(value), language(value), word(value.path("new_quality_score"))));
            case "template_category_update" ->
                List.of(new TemplateCategoryChange(
                        account, name(value), language(value), word(value.path("new_category"))));
            case "phone_number_quality_update" -> List.of(numberQuality(account, value));
            case "account_update" -> List.of(accountUpdate(account, value));
            case "account_alerts" ->
                List.of(new AccountAlert(account, word(value.path("alert_severity")), word(value.path("alert_type"))));
            case "business_capability_update" -> List.of(capability(account, value));
            default -> List.of();
        };
    }

    private List<Notice> preferences(JsonNode value) {
        return StreamSupport.stream(value.path("user_preferences").spliterator(), false)
                .filter(preference -> preference.path("category").asText().equals("marketing_messages"))
                .flatMap(preference -> PersonReader.person(preference, value.path("contacts"))
                        .<Notice>map(person -> new MarketingPreference(
                                person, choice(preference), JsonText.at(preference.path("timestamp"), receivedAt)))
                        .stream())
                .toList();
    }

    private static MarketingPreference.Choice choice(JsonNode preference) {
        return switch (preference.path("value").asText()) {
            case "stop" -> MarketingPreference.Choice.STOP;
            case "resume" -> MarketingPreference.Choice.RESUME;
            default -> MarketingPreference.Choice.OTHER;
        };
    }

    private static List<Notice> userIds(JsonNode value) {
        JsonNode updates = value.path("user_id_update");
        return (updates.isArray() ? StreamSupport.stream(updates.spliterator(), false) : Stream.of(value))
                .flatMap(update ->
                        Stream.of("user_id", "parent_user_id").flatMap(name -> change(update.path(name)).stream()))
                .toList();
    }

    private static Optional<Notice> change(JsonNode ids) {
        return PersonReader.userId(ids.path("previous")).flatMap(previous -> PersonReader.userId(ids.path("current"))
                .map(current -> new UserIdChange(previous, current)));
    }

    private static TemplateStatus templateStatus(String account, JsonNode value) {
        return new TemplateStatus(
                account, name(value), language(value), word(value.path("event")), word(value.path("reason")));
    }

    private static NumberQuality numberQuality(String account, JsonNode value) {
        String limit = word(value.path("current_limit"));
        return new NumberQuality(
                account,
                text(value.path("display_phone_number")),
                word(value.path("event")),
                limit == null ? word(value.path("max_daily_conversations_per_business")) : limit);
    }

    private static AccountUpdate accountUpdate(String account, JsonNode value) {
        Stream<JsonNode> restrictions = StreamSupport.stream(
                        value.path("restriction_info").spliterator(), false)
                .map(restriction -> restriction.path("restriction_type"));
        Stream<JsonNode> others = Stream.of(
                value.path("violation_info").path("violation_type"),
                value.path("ban_info").path("waba_ban_state"));
        List<String> details = Stream.concat(restrictions, others)
                .map(JsonText::word)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new AccountUpdate(account, word(value.path("event")), details);
    }

    private static Capability capability(String account, JsonNode value) {
        JsonNode limit = value.path("max_daily_conversation_per_phone");
        return new Capability(account, limit.canConvertToInt() && limit.isIntegralNumber() ? limit.asInt() : null);
    }

    private static String name(JsonNode value) {
        return text(value.path("message_template_name"));
    }

    private static String language(JsonNode value) {
        return text(value.path("message_template_language"));
    }
}
