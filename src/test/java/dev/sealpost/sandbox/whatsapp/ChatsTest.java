package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.testing.OwnCloudApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the phone page asks the sandbox")
class ChatsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    OwnCloudApi api;
    MetaClient meta;

    @BeforeEach
    void start() throws IOException {
        api = OwnCloudApi.start(directory);
        meta = new MetaClient(api.uri());
    }

    @AfterEach
    void stop() throws IOException {
        api.close();
    }

    @Test
    void thePeopleLastActiveFirstAPieceAtATime() throws Exception {
        for (int i = 10; i < 17; i++) {
            meta.post(MetaClient.text("3519123450" + i, "Hello"));
        }
        api.client().personWrites("351912345012", "Hi");

        JsonNode newest = chats("?limit=3");
        assertThat(people(newest)).containsExactly("351912345012", "351912345016", "351912345015");
        assertThat(newest.get("more").booleanValue()).isTrue();
        assertThat(newest.get("people").intValue()).isEqualTo(7);
        JsonNode next =
                chats("?limit=9&before=" + newest.at("/chats/2/activity").asText());
        assertThat(people(next)).containsExactly("351912345014", "351912345013", "351912345011", "351912345010");
        assertThat(next.get("more").booleanValue()).isFalse();
        assertThat(people(chats("?search=%2B351%20912%20345%20011"))).containsExactly("351912345011");
    }

    @Test
    void bothSidesOfAChatInTheOrderOfTheirTimesAlsoAfterARestart() throws Exception {
        meta.post(MetaClient.text("351912345678", "One"));
        api.client().personWrites("351912345678", "Two");
        meta.post(MetaClient.text("351912345678", "Three"));
        assertThat(texts(messages("351912345678", ""))).containsExactly("One", "Two", "Three");
        assertThat(unread("351912345678")).isEqualTo(1);
        api.close();

        api = OwnCloudApi.start(directory);
        meta = new MetaClient(api.uri());
        assertThat(texts(messages("351912345678", ""))).containsExactly("One", "Two", "Three");
        assertThat(unread("351912345678"))
                .as("what was there at the start counts as seen")
                .isZero();
        assertThat(texts(messages("351912345678", "?limit=1&before=2"))).containsExactly("Two");
        assertThat(texts(messages("351912345678", "?from=2"))).containsExactly("Three");
        assertThat(texts(messages("351912345678", "?from=7"))).isEmpty();
        assertThat(messages("351900000000", "").get("size").intValue()).isZero();
    }

    @Test
    void whatThePersonWroteIsReadOnceTheBusinessSaysSo() throws Exception {
        api.client().personWrites("351912345678", "Hi");
        JsonNode written = messages("351912345678", "").at("/messages/0");
        assertThat(written.get("ticks"))
                .extracting(tick -> tick.get("status").asText())
                .containsExactly("sent");

        meta.postRaw("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":%s}"
                .formatted(written.get("id")));

        assertThat(messages("351912345678", "").at("/messages/0/ticks"))
                .extracting(tick -> tick.get("status").asText())
                .containsExactly("sent", "read");
    }

    @Test
    void changesForAPageThatPolls() throws Exception {
        String before = chats("").get("moment").asText();
        meta.post(MetaClient.text("351912345678", "Hello"));

        JsonNode changes = get("/_sandbox/chats/changes?since=" + before);
        assertThat(people(changes)).containsExactly("351912345678");
        assertThat(changes.get("startOver").booleanValue()).isFalse();
        JsonNode none =
                get("/_sandbox/chats/changes?since=" + changes.get("moment").asText());
        assertThat(people(none)).isEmpty();
        assertThat(get("/_sandbox/chats/changes?since=of-another-run")
                        .get("startOver")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void moreChangesThanAPageShowsAskItToStartOver() throws Exception {
        String before = chats("").get("moment").asText();
        for (int i = 100; i < 151; i++) {
            meta.post(MetaClient.text("351912345" + i, "Hello"));
        }
        JsonNode changes = get("/_sandbox/chats/changes?since=" + before);
        assertThat(changes.get("startOver").booleanValue()).isTrue();
        assertThat(changes.get("people").intValue()).isEqualTo(51);
    }

    @Test
    void changesAsServerSentEventsForSixteenPagesAndNoMore() throws Exception {
        String before = chats("").get("moment").asText();
        var streams = new ArrayList<InputStream>();
        for (int i = 0; i < 16; i++) {
            HttpResponse<InputStream> listening = listen(before);
            assertThat(listening.statusCode()).isEqualTo(200);
            streams.add(listening.body());
        }
        assertThat(listen(before).statusCode()).isEqualTo(503);

        meta.post(MetaClient.text("351912345678", "Hello"));

        var lines = new BufferedReader(new InputStreamReader(streams.get(15), StandardCharsets.UTF_8));
        String data = lines.lines()
                .filter(line -> line.startsWith("data: "))
                .findFirst()
                .orElseThrow();
        assertThat(people(Json.MAPPER.readTree(data.substring(6)))).containsExactly("351912345678");

        for (InputStream stream : streams) {
            stream.close();
        }
        meta.post(MetaClient.text("351912345678", "Who is still there?"));
        await().until(() -> listen(before).statusCode() == 200);
    }

    @Test
    void nobodyButThisMachinesBrowserUnderThisMachinesName() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /_sandbox/chats HTTP/1.1\r\nHost: evil.example:18090\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("POST /_sandbox/chats/351912345678/seen HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + "Origin: https://evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /page/..%2ferrors.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:18090\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("default-src 'none'; script-src 'self'", "nosniff")
                .doesNotContain("http://", "https://");
    }

    private JsonNode chats(String query) throws Exception {
        return get("/_sandbox/chats" + query);
    }

    private JsonNode messages(String person, String query) throws Exception {
        return get("/_sandbox/chats/" + person + "/messages" + query);
    }

    private int unread(String person) throws Exception {
        return messages(person, "").get("unread").intValue();
    }

    private JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(api.uri().resolve(path)).build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<InputStream> listen(String since) throws Exception {
        var request = HttpRequest.newBuilder(api.uri().resolve("/_sandbox/chats/events?since=" + since))
                .build();
        return HTTP.send(request, BodyHandlers.ofInputStream());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", api.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> people(JsonNode answer) {
        return StreamSupport.stream(answer.get("chats").spliterator(), false)
                .map(chat -> chat.get("person").asText())
                .toList();
    }

    private static List<String> texts(JsonNode answer) {
        return StreamSupport.stream(answer.get("messages").spliterator(), false)
                .map(message -> message.get("text").asText())
                .toList();
    }
}
