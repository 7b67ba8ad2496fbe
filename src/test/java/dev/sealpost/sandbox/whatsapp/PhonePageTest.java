package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.testing.Browser;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

@DisplayName("The sandbox's page shows people's phones")
class PhonePageTest {
    @TempDir
    static Path directory;

    static Browser browser;
    static WebhookReceiver business;
    static OwnCloudApi api;
    static MetaClient meta;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        business = new WebhookReceiver();
        api = OwnCloudApi.start(directory, 0, Optional.of(business.uri()));
        meta = new MetaClient(api.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
            api.close();
            business.close();
        }
    }

    @BeforeEach
    void onADesk() {
        browser.becomes(1280, 860, "light");
    }

    @Test
    void aTemplateArrivesByItselfAndItsTicksFollow() throws Exception {
        openChat("351912345001");
        browser.run("window.ticks = []; new MutationObserver(() => document.querySelectorAll('#log .tick')"
                + ".forEach(tick => ticks.push(tick.dataset.status)))"
                + ".observe(document.getElementById('log'), {subtree: true, childList: true, attributes: true})");

        meta.post(MetaClient.orderShipped("351912345001", "Ana", "A-1001", "https://t.example/A-1001"));

        browser.awaitOne("#log .tick[data-status=read]");
        assertThat(browser.one("#log .text").getText())
                .isEqualTo("Hello Ana, your order A-1001 is on its way. Follow it here: https://t.example/A-1001");
        assertThat(browser.one("#log .text a").getDomAttribute("href")).isEqualTo("https://t.example/A-1001");
        assertThat(browser.one("#log .template").getText()).isEqualTo("order_shipped · en");
        assertThat(browser.one("#log .tick").getDomAttribute("aria-label")).isEqualTo("Read");
        assertThat(seenTicks()).containsSubsequence("delivered", "read");
        browser.screenshot("phone-page-template");
    }

    @Test
    void aMessageThatFailsSaysWhy() throws Exception {
        openChat("351912345002");
        api.client().order("{\"kind\":\"failed-status\",\"code\":131026,\"count\":1}");

        meta.post(MetaClient.text("351912345002", "Hello"));

        browser.awaitOne("#log .tick[data-status=failed]");
        assertThat(browser.one("#log .failure").getText()).isEqualTo("Never arrived: 131026 Message undeliverable");
    }

    @Test
    void thePersonAnswersByKeyboardAndTheBusinessGetsIt() throws Exception {
        meta.post(MetaClient.text("351912345003", "Shall we come *tomorrow*?"));
        openPage("");
        browser.awaitOne("#chats [data-person='351912345003']");
        browser.one("body").sendKeys("/");
        browser.focused().sendKeys("912345003");
        await().until(() -> browser.all("#chats li").size() == 1);
        browser.focused().sendKeys(Keys.TAB, Keys.ENTER);
        browser.awaitOne("#log .text strong");
        await().until(() -> "answer-text".equals(browser.focused().getDomAttribute("id")));

        browser.focused().sendKeys("Olá, yes" + Keys.chord(Keys.SHIFT, Keys.ENTER) + "please" + Keys.ENTER);

        browser.awaitOne("#log .from-person .tick[data-status=delivered]");
        JsonNode message = inboundFrom("351912345003");
        assertThat(message.at("/text/body").asText()).isEqualTo("Olá, yes\nplease");
        assertThat(browser.one("#log .from-person .text").getText()).isEqualTo("Olá, yes\nplease");
    }

    @Test
    void whoTapsAQuickReplyAnswersAsWhatsAppWould() throws Exception {
        openChat("351912345004");
        String id = post(
                "351912345004",
                "template",
                """
                {"name":"order_delayed","language":{"code":"en"},"components":[
                  {"type":"header","parameters":[{"type":"text","parameter_name":"order_number","text":"A-7"}]},
                  {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Ana"},
                    {"type":"text","parameter_name":"new_date","text":"Friday"}]},
                  {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"cancel-A-7"}]},
                  {"type":"button","sub_type":"url","index":"2","parameters":[{"type":"text","text":"A-7"}]}]}
                """);
        browser.awaitOne("#log .buttons");
        assertThat(browser.one("#log h3").getText()).isEqualTo("News of order A-7");
        assertThat(browser.one("#log .text").getText())
                .isEqualTo("Hello Ana, your order comes later than promised: on Friday.");
        assertThat(browser.one("#log .footer").getText()).isEqualTo("Sandbox Shop");
        assertThat(browser.one("#log a.tap").getDomAttribute("href")).isEqualTo("https://track.example/A-7");

        browser.all("#log button.tap").get(1).click();

        JsonNode answer = inboundFrom("351912345004");
        assertThat(answer.get("type").asText()).isEqualTo("button");
        assertThat(answer.at("/button/payload").asText()).isEqualTo("cancel-A-7");
        assertThat(answer.at("/button/text").asText()).isEqualTo("Cancel it");
        assertThat(answer.at("/context/id").asText()).isEqualTo(id);
        assertThat(browser.awaitOne("#log .from-person .quote span").getText()).startsWith("Hello Ana");
    }

    @Test
    void whoPicksFromAListAnswersWithItsRow() throws Exception {
        api.client().personWrites("351912345005", "When?");
        openChat("351912345005");
        post(
                "351912345005",
                "interactive",
                """
                {"type":"list","body":{"text":"Which time suits you?"},"action":{"button":"Choose","sections":[{"title":"Morning",
                  "rows":[{"id":"m1","title":"9 to 11"},{"id":"m2","title":"11 to 13","description":"The last one"}]}]}}
                """);
        browser.awaitOne("#log button.tap").click();
        browser.awaitOne("#picker .pick:last-child").click();

        JsonNode answer = inboundFrom("351912345005", "interactive");
        assertThat(answer.at("/interactive/type").asText()).isEqualTo("list_reply");
        assertThat(answer.at("/interactive/list_reply"))
                .isEqualTo(Json.MAPPER.readTree(
                        """
                {"id":"m2","title":"11 to 13","description":"The last one"}"""));
        browser.awaitOne("#log .from-person .footer");
    }

    @Test
    void aPictureThatWasUploadedIsShownAndOneThatLiesElsewhereIsNamed() throws Exception {
        String id = inboundPicture();
        openChat("351912345012");
        post("351912345012", "image", "{\"id\":\"%s\",\"caption\":\"Ours\"}".formatted(id));
        post("351912345012", "image", "{\"link\":\"https://cdn.example/a.jpg\",\"caption\":\"Theirs\"}");
        browser.awaitOne("#log .media.image");

        await().until(
                        () -> browser.run("return document.querySelector('#log img').naturalWidth"),
                        width -> Long.valueOf(1).equals(width));
        assertThat(browser.one("#log .media.image a").getText()).isEqualTo("cdn.example");
        assertThat(browser.all("#log img")).hasSize(2);
        assertThat(browser.complaints()).isEmpty();
    }

    /** The sandbox puts a picture behind what people send. */
    private static String inboundPicture() {
        api.client()
                .call("POST", "inbound", "{\"from\":\"351912345012\",\"message\":{\"type\":\"image\",\"image\":{}}}");
        return inboundFrom("351912345012").at("/image/id").asText();
    }

    @Test
    void markupInAMessageIsTextAndNothingElse() throws Exception {
        String attack = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
                + " javascript:alert(1) https://x.example/\"onmouseover=\"alert(1)";
        meta.post(MetaClient.text("351912345006", attack));
        meta.post(MetaClient.orderShipped("351912345006", attack, "<b>A</b>", "javascript:alert(1)"));
        openChat("351912345006");
        await().until(() -> browser.all("#log .text").size() == 2);

        assertThat(browser.one("#log .text").getText()).isEqualTo(attack);
        assertThat(browser.one("[data-person='351912345006'] .row-text").getText())
                .contains("<script>");
        assertThat(browser.all("#log script, #log img, #log b, #chats img, [onmouseover]"))
                .isEmpty();
        assertThat(browser.all("#log a"))
                .allSatisfy(link -> assertThat(link.getDomAttribute("href")).startsWith("https://x.example/"));
        assertThat(browser.title()).isEqualTo("+351 912 345 006 · Sealpost sandbox");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theNewestChatIsOnTopAndCountsWhatIsUnread() throws Exception {
        meta.post(MetaClient.text("351912345007", "To the first"));
        openChat("351912345007");
        meta.post(MetaClient.text("351912345008", "One"));
        meta.post(MetaClient.text("351912345008", "Two"));
        await().until(() -> firstPerson().equals("351912345008"));
        await().until(() -> browser.one("[data-person='351912345008'] .badge").getText(), "2"::equals);
        assertThat(browser.all("[data-person='351912345007'] .badge")).isEmpty();
        assertThat(texts()).containsExactly("To the first");

        browser.one("[data-person='351912345008'] button").click();

        await().until(PhonePageTest::texts, List.of("One", "Two")::equals);
        assertThat(browser.all("[data-person='351912345008'] .badge")).isEmpty();
        openPage("");
        browser.awaitOne("[data-person='351912345008']");
        assertThat(browser.all("[data-person='351912345008'] .badge")).isEmpty();
    }

    @Test
    void aNewPersonWritesFirst() throws Exception {
        openPage("");
        browser.awaitOne("#new-open").click();
        browser.focused().sendKeys("12" + Keys.ENTER);
        assertThat(browser.awaitOne("#new-problem").getText()).contains("6 to 15 digits");
        browser.one("#new-number").sendKeys(Keys.BACK_SPACE, Keys.BACK_SPACE, "+351 912 345 009" + Keys.ENTER);
        await().until(() -> "answer-text".equals(browser.focused().getDomAttribute("id")));

        browser.focused().sendKeys("YES" + Keys.ENTER);

        assertThat(inboundFrom("351912345009").at("/text/body").asText()).isEqualTo("YES");
        browser.awaitOne("#chats [data-person='351912345009']");
    }

    @Test
    void fiveHundredMessagesComeAPieceAtATime() throws Exception {
        for (int i = 1; i <= 500; i++) {
            meta.post(MetaClient.text("351912345010", "Message " + i));
        }
        openChat("351912345010");
        await().until(() -> texts().size() == 50 && texts().get(49).equals("Message 500"));

        browser.run("document.getElementById('messages').scrollTop = 0");

        await().until(() -> texts().size() == 100 && texts().get(0).equals("Message 401"));
        meta.post(MetaClient.text("351912345010", "And one more"));
        assertThat(browser.awaitOne("#to-newest").getText()).isEqualTo("1 new message");
        browser.one("#to-newest").click();
        await().until(() -> browser.all("#log .message:last-child .text").get(0).isDisplayed());
        assertThat(texts()).endsWith("Message 500", "And one more").doesNotHaveDuplicates();
    }

    @Test
    void onANarrowScreenItIsThePhoneAlone() throws Exception {
        meta.post(MetaClient.orderShipped("351912345011", "Ana", "A-1001", "https://t.example/A-1001"));
        browser.becomes(390, 844, "dark");
        openPage("");
        browser.awaitOne("[data-person='351912345011'] button").click();
        browser.awaitOne("#log .text");
        assertThat(browser.one(".people").isDisplayed()).isFalse();
        browser.screenshot("phone-page-narrow-dark");

        browser.one("#back").click();

        assertThat(browser.awaitOne(".people").isDisplayed()).isTrue();
        assertThat(browser.one(".phone").isDisplayed()).isFalse();
    }

    private static void openPage(String person) {
        browser.open(api.uri().resolve("/#" + person));
    }

    private static void openChat(String person) {
        openPage(person);
        browser.awaitOne("#chat");
        await().until(() -> browser.one("#connection").getText().equals("Live"));
    }

    private static String post(String to, String type, String content) throws Exception {
        ObjectNode message =
                Json.object().put("messaging_product", "whatsapp").put("to", to).put("type", type);
        message.set(type, Json.MAPPER.readTree(content));
        var answer = meta.post(message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().at("/messages/0/id").asText();
    }

    private static List<String> texts() {
        return StreamSupport.stream(
                        ((Iterable<?>)
                                        browser.run(
                                                "return [...document.querySelectorAll('#log .text')].map(text => text.textContent)"))
                                .spliterator(),
                        false)
                .map(Object::toString)
                .toList();
    }

    private static List<String> seenTicks() {
        return ((List<?>) browser.run("return ticks"))
                .stream().map(Object::toString).toList();
    }

    private static String firstPerson() {
        return browser.one("#chats li").getDomAttribute("data-person");
    }

    private static JsonNode inboundFrom(String person) {
        return inboundFrom(person, "");
    }

    /** What the business's webhook was told. */
    private static JsonNode inboundFrom(String person, String type) {
        return await().until(
                        () -> business.deliveries.stream()
                                .flatMap(delivery -> StreamSupport.stream(
                                        delivery.value().path("messages").spliterator(), false))
                                .filter(message -> message.path("from").asText().equals(person))
                                .filter(message -> message.path("type").asText().startsWith(type))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
