package dev.sealpost.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.message.Reason;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Access tokens by client credentials (RFC 6749, section 4.4), each used until shortly before it expires. */
final class AccessTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,8192}");
    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_SECONDS = 24 * 3600;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Connection connection;
    private final Connection.Auth.ClientCredentials credentials;
    private final CrmHttp http;
    private String token;
    private Instant renewAt = Instant.EPOCH;

    AccessTokens(Connection connection, Connection.Auth.ClientCredentials credentials, CrmHttp http) {
        this.connection = connection;
        this.credentials = credentials;
        this.http = http;
    }

    /** Either the token or what failed is null. */
    record Answer(String token, Stop failed) {

        @Override
        public String toString() {
            return "Answer[failed=" + failed + "]";
        }
    }

    synchronized Answer get() {
        if (token != null && Instant.now().isBefore(renewAt)) {
            return new Answer(token, null);
        }
        return read(http.send(request(), MOST_BYTES));
    }

    /** The CRM did not take it. */
    synchronized void forget() {
        token = null;
    }

    private HttpRequest request() {
        String form = "grant_type=client_credentials"
                + (credentials.scope() == null ? "" : "&scope=" + encoded(credentials.scope()));
        return HttpRequest.newBuilder(credentials.tokenUrl())
                .timeout(connection.requestTimeout())
                .header("Authorization", "Basic " + basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    /** Name and secret are form-encoded first (RFC 6749, section 2.3.1). */
    private String basic() {
        String pair = encoded(credentials.clientId()) + ":" + encoded(credentials.clientSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Answer read(Fetched fetched) {
        if (fetched instanceof Fetched.Body body) {
            return read(body.bytes());
        }
        if (fetched instanceof Fetched.Failed failed) {
            Stop why = failed.stop();
            return new Answer(null, new Stop(noToken(why.reason().toString()), why.retryAfter()));
        }
        return refused("status 401; see client-id and client-secret");
    }

    private Answer read(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            String given = answer.path("access_token").asText("");
            boolean bearer = "bearer".equalsIgnoreCase(answer.path("token_type").asText("bearer"));
            if (!bearer || !TOKEN.matcher(given).matches()) {
                return refused("its answer has no bearer token");
            }
            token = given;
            renewAt = renewal(answer.path("expires_in").asInt(LONGEST_SECONDS));
            return new Answer(token, null);
        } catch (IOException notJson) {
            return refused("its answer is not JSON");
        }
    }

    /** A token that lives shorter than the margin is used for one half of its life. */
    private static Instant renewal(int seconds) {
        Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_SECONDS)));
        Duration use = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
        return Instant.now().plus(use);
    }

    private static Answer refused(String detail) {
        return new Answer(null, new Stop(noToken(detail), Duration.ZERO));
    }

    private static Reason noToken(String detail) {
        return Reason.of("no-token", "the token endpoint: " + detail);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
