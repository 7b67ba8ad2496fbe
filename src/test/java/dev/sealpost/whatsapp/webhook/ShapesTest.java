package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.subject.Recipient;
import dev.sealpost.whatsapp.notice.BusinessNotice;
import dev.sealpost.whatsapp.notice.InboundMessage;
import dev.sealpost.whatsapp.notice.MarketingPreference;
import dev.sealpost.whatsapp.notice.Notice;
import dev.sealpost.whatsapp.notice.UserIdChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An own corpus: every webhook shape of the Cloud API contract, and what the hub reads it as. */
@DisplayName("Of a webhook")
class ShapesTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final String FROM = "'from': '351912345678', 'id': 'wamid.1', 'timestamp': '1764000000', ";

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'type': 'text', 'text': {'body': 'Hi'} | text | {'text':'Hi'}",
                "'type': 'text', 'text': {} | text | {'text':''}",
                "'type': 'image', 'image': {'id': '1', 'mime_type': 'image/jpeg', 'sha256': 'x', 'caption': 'My parcel'}"
                        + " | image | {'media':{'id':'1','mime':'image/jpeg','sha256':'x'},'text':'My parcel'}",
                "'type': 'audio', 'audio': {'id': '2', 'mime_type': 'audio/ogg', 'sha256': 'x', 'voice': true}"
                        + " | audio | {'media':{'id':'2','mime':'audio/ogg','sha256':'x'}}",
                "'type': 'video', 'video': {'id': '3', 'mime_type': 'video/mp4', 'sha256': 'x'}"
                        + " | video | {'media':{'id':'3','mime':'video/mp4','sha256':'x'}}",
                "'type': 'document', 'document': {'id': '4', 'mime_type': 'application/pdf', 'sha256': 'x',"
                        + " 'filename': 'a.pdf'} | document |"
                        + " {'media':{'id':'4','mime':'application/pdf','sha256':'x','fileName':'a.pdf'}}",
                "'type': 'sticker', 'sticker': {'id': '5', 'mime_type': 'image/webp', 'sha256': 'x'}"
                        + " | sticker | {'media':{'id':'5','mime':'image/webp','sha256':'x'}}",
                "'type': 'location', 'location': {'latitude': 38.7, 'longitude': -9.1} | location |"
                        + " {'location':{'latitude':38.7,'longitude':-9.1}}",
                "'type': 'contacts', 'contacts': [{'name': {'formatted_name': 'Rui'}}] | contacts |"
                        + " {'contacts':[{'name':{'formatted_name':'Rui'}}]}",
                "'type': 'order', 'order': {'catalog_id': '7', 'product_items': []} | order |"
                        + " {'order':{'catalog_id':'7','product_items':[]}}",
                "'type': 'button', 'button': {'payload': 'p', 'text': 'Yes'} | button |"
                        + " {'button':{'id':'p','title':'Yes'}}",
                "'type': 'interactive', 'interactive': {'type': 'button_reply', 'button_reply': {'id': 'b', 'title': 'B'}}"
                        + " | button | {'button':{'id':'b','title':'B'}}",
                "'type': 'interactive', 'interactive': {'type': 'list_reply', 'list_reply': {'id': 'l', 'title': 'L',"
                        + " 'description': 'D'}} | list | {'list':{'id':'l','title':'L','description':'D'}}",
                "'type': 'interactive', 'interactive': {'type': 'nfm_reply', 'nfm_reply': {'response_json': '{}'}}"
                        + " | form | {'form':{'response_json':'{}'}}",
                "'type': 'interactive', 'interactive': {'type': 'call_permission_reply', 'call_permission_reply': {}}"
                        + " | call-permission | {'call-permission':{}}",
                "'type': 'interactive' | other | {'other':{}}",
                "'type': 'reaction', 'reaction': {'message_id': 'wamid.9', 'emoji': '+'} | reaction |"
                        + " {'reaction':{'emoji':'+','to':'HUB'}}",
                "'type': 'reaction', 'reaction': {'message_id': 'wamid.9', 'emoji': ''} | reaction |"
                        + " {'reaction':{'emoji':null,'to':'HUB'}}",
                "'type': 'reaction', 'reaction': {'message_id': 'wamid.9'} | reaction |"
                        + " {'reaction':{'emoji':null,'to':'HUB'}}",
                "'type': 'edit', 'edit': {'original_message_id': 'wamid.9', 'message': {'type': 'text', 'text':"
                        + " {'body': 'Hi!'}}} | edited | {'edited':{'to':'HUB','kind':'text','text':'Hi!'}}",
                "'type': 'revoke', 'revoke': {'original_message_id': 'wamid.9'} | deleted | {'deleted':{'to':'HUB'}}",
                "'type': 'system', 'system': {'type': 'user_changed_number', 'wa_id': '351912345679'}"
                        + " | number-changed | {'changed':true}",
                "'type': 'system', 'system': {'type': 'customer_identity_changed'} | identity-changed |"
                        + " {'identity-changed':{}}",
                "'type': 'request_welcome' | welcome | {'welcome':{}}",
                "'type': 'unsupported', 'errors': [{'code': 131051}] | unsupported | {'unsupported':{}}",
                "'type': 'hologram', 'hologram': {} | other | {'other':{}}",
                "'text': {'body': 'no type'} | other | {'other':{}}"
            })
    void aMessageIsTold(String message, String kind, String told) {
        InboundMessage read = message(FROM + message, "");

        assertThat(read.content().kind()).isEqualTo(kind);
        assertThat(read.at()).isEqualTo(Instant.ofEpochSecond(1_764_000_000));
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        read.content().tell(event, "wamid.9".equals(read.content().about()) ? "HUB" : null);
        assertThat(event.toString()).isEqualTo(told.replace('\'', '"'));
        assertThat(read.toString() + read.content())
                .doesNotContain("351912345678")
                .doesNotContain("Hi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'from': '351912345678' | 'wa_id': '351912345678', 'user_id': 'PT.1', 'parent_user_id': 'PT.ENT.2'"
                        + " | +351912345678 PT.1 PT.ENT.2",
                "'from': '351912345678', 'from_user_id': 'PT.1' | 'wa_id': '351999999999' | +351912345678 PT.1",
                "'from_user_id': 'PT.1' | 'user_id': 'PT.1' | PT.1",
                "'from_user_id': 'PT.1' | 'wa_id': '351912345678', 'user_id': 'PT.1' | +351912345678 PT.1",
                "'from_user_id': 'PT.1', 'from_parent_user_id': 'PT.ENT.2' | 'wa_id': '351912345678' | PT.1 PT.ENT.2",
                "'x': 1 | 'user_id': 'PT.1' | PT.1",
                "'from': '351912345678' | 'user_id': 'PT.1' | +351912345678"
            })
    void theSenderIsKnownByNumberAndUserIds(String sender, String contact, String handles) {
        InboundMessage read = message("'id': 'wamid.1', 'type': 'text', " + sender, contact);

        assertThat(read.from().all().stream().map(Recipient::text).toList()).containsExactly(handles.split(" "));
    }

    @Test
    void aMessageOfNobodyIsUnknownAndKept() {
        WebhookContent content = read(messages("'id': 'wamid.1', 'type': 'text', 'text': {'body': 'x'}", ""));

        assertThat(content.notices()).isEmpty();
        assertThat(content.unknown()).hasSize(1);
    }

    @Test
    void contextGroupAndOddTextAreRead() {
        InboundMessage read = message(
                FROM + "'group_id': 'G', 'context': {'id': 'wamid.7'}, 'type': 'text',"
                        + " 'text': {'body': 'a\\u0000b\\ud800c'}",
                "");

        assertThat(read.replyTo()).isEqualTo("wamid.7");
        assertThat(read.group()).isTrue();
        assertThat(read.content().words()).isEqualTo("ab?c");
    }

    @ParameterizedTest
    @CsvSource({"stop, 1764000000, STOP", "resume, '''1764000000''', RESUME", "signup, null, OTHER"})
    void aMarketingPreferenceIsTheChoice(String value, String timestamp, String choice) {
        Notice read = only(field(
                "user_preferences",
                "'user_preferences': [{'wa_id': '351912345678', 'detail': 'x', 'category': 'marketing_messages',"
                        + " 'value': '" + value + "', 'timestamp': " + timestamp + "}, {'category': 'other'}]"));

        assertThat(read).isInstanceOfSatisfying(MarketingPreference.class, preference -> {
            assertThat(preference.choice()).hasToString(choice);
            assertThat(preference.at())
                    .isEqualTo(timestamp.equals("null") ? RECEIVED : Instant.ofEpochSecond(1_764_000_000));
        });
    }

    @Test
    void anotherUserIdIsTheChange() {
        List<Notice> read = read(field(
                        "user_id_update",
                        "'user_id_update': [{'wa_id': '351912345678', 'user_id': {'previous': 'PT.1', 'current': 'PT.2'},"
                                + " 'parent_user_id': {'previous': 'PT.ENT.1', 'current': 'PT.ENT.2'}}, {}]"))
                .notices();

        assertThat(read).hasSize(2).allMatch(UserIdChange.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "message_template_status_update | 'event': 'PAUSED', 'message_template_name': 't',"
                        + " 'message_template_language': 'en', 'reason': 'NONE'"
                        + " | TemplateStatus[account=2, name=t, language=en, event=PAUSED, reason=NONE]",
                "message_template_quality_update | 'new_quality_score': 'RED', 'message_template_name': 't',"
                        + " 'message_template_language': 'en'"
                        + " | TemplateQuality[account=2, name=t, language=en, current=RED]",
                "template_category_update | 'new_category': 'MARKETING', 'message_template_name': 't',"
                        + " 'message_template_language': 'en'"
                        + " | TemplateCategoryChange[account=2, name=t, language=en, current=MARKETING]",
                "phone_number_quality_update | 'display_phone_number': '1', 'event': 'FLAGGED',"
                        + " 'current_limit': 'TIER_2K' | NumberQuality[account=2, number=1, event=FLAGGED, limit=TIER_2K]",
                "account_update | 'event': 'ACCOUNT_RESTRICTION', 'restriction_info': [{'restriction_type': 'R'},"
                        + " {'restriction_type': 'S'}]"
                        + " | AccountUpdate[account=2, event=ACCOUNT_RESTRICTION, details=[R, S]]",
                "account_update | 'event': 'DISABLED_UPDATE', 'ban_info': {'waba_ban_state': 'DISABLE'}"
                        + " | AccountUpdate[account=2, event=DISABLED_UPDATE, details=[DISABLE]]",
                "account_alerts | 'alert_severity': 'WARNING', 'alert_type': 'OBA_REJECTED'"
                        + " | AccountAlert[account=2, severity=WARNING, type=OBA_REJECTED]",
                "business_capability_update | 'max_daily_conversation_per_phone': 2000"
                        + " | Capability[account=2, limit=2000]",
                "account_update | 'event': '+351 912 345 678' | AccountUpdate[account=2, event=OTHER, details=[]]",
                "account_update | 'x': 1 | AccountUpdate[account=2, event=null, details=[]]"
            })
    void whatMetaTellsTheBusinessIsANotice(String field, String value, String notice) {
        assertThat(only(field(field, value))).isInstanceOf(BusinessNotice.class).hasToString(notice);
    }

    @Test
    void aStatusTellsByWhatThePersonWasReachedByBothNamesOfTheParent() {
        for (String parent : new String[] {"parent_recipient_user_id", "recipient_parent_user_id"}) {
            WebhookContent content = read(("{'entry': [{'changes': [{'field': 'messages', 'value': {'statuses': ["
                            + "{'id': 'wamid.1', 'status': 'sent', 'recipient_id': '351912345678',"
                            + " 'recipient_user_id': 'PT.1', '%s': 'PT.ENT.2',"
                            + " 'biz_opaque_callback_data': '018f0000-0000-7000-8000-000000000000'}]}}]}]}")
                    .formatted(parent));

            assertThat(content.reached()).singleElement().satisfies(reached -> assertThat(
                            reached.by().all().stream().map(Recipient::text).toList())
                    .containsExactly("+351912345678", "PT.1", "PT.ENT.2"));
        }
    }

    @Test
    void anUnknownFieldIsKeptAndAKnownOneWithoutMeaningIsNot() {
        assertThat(read(field("brand_new", "'x': 1")).unknown()).hasSize(1);
        assertThat(read(field("security", "'x': 1")).unknown()).isEmpty();
    }

    private static InboundMessage message(String message, String contact) {
        return (InboundMessage) only(messages(message, contact));
    }

    private static Notice only(String body) {
        List<Notice> notices = read(body).notices();
        assertThat(notices).hasSize(1);
        return notices.get(0);
    }

    private static String messages(String message, String contact) {
        String contacts = contact.isEmpty() ? "" : "'contacts': [{" + contact + "}], ";
        return field("messages", contacts + "'metadata': {'phone_number_id': '1'}, 'messages': [{" + message + "}]");
    }

    private static String field(String name, String value) {
        return "{'entry': [{'id': '2', 'changes': [{'field': '" + name + "', 'value': {" + value + "}}]}]}";
    }

    private static WebhookContent read(String body) {
        return WebhookReader.read(body.replace('\'', '"').getBytes(UTF_8), RECEIVED)
                .orElseThrow();
    }
}
