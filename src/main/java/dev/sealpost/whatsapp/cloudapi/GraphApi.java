package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Unreachable;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * The Cloud API beside sending: numbers, templates, media, tokens. One call each, with the token in the header and the {@link
 * AppSecretProof}, in bounded time and memory; no redirect is followed, nothing is repeated. Has threads and connections of its own,
 * so that a large file never holds up messages.
 *
 * <p>Never blocks; the futures always complete normally. Their dependents run on the client's few threads and must not block.
 *
 * <p>A path is that of an object without the version, {@code 100000000000001/settings}; one with other characters than letters,
 * digits, underscores and single slashes is not called ({@code malformed-path}).
 */
public final class GraphApi implements AutoCloseable {

    /** The most bytes of an answer, unless the call says so itself. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_ERROR_BYTES = 64 * 1024;

    private final Transport transport;
    private final GraphAddresses addresses;
    private final AppSecretProof proof;
    private final Duration forCalls;
    private final Duration forFiles;

    /** Goes through the JVM's proxies ({@code https.proxyHost} and the like). */
    public GraphApi(GraphSettings settings, AppSecretProof proof) {
        this.transport = new Transport(
                "whatsapp-graph", settings.connectTimeout(), settings.requestTimeout(), ProxySelector.getDefault());
        this.addresses = new GraphAddresses(settings.baseUri(), settings.graphVersion(), settings.mediaHosts());
        this.proof = proof;
        this.forCalls = settings.connectTimeout().plus(settings.requestTimeout());
        this.forFiles = settings.mediaTimeout();
    }

    public CompletableFuture<GraphAnswer> get(String token, String path, Map<String, String> query) {
        return get(token, path, query, MOST_BYTES);
    }

    /** @param most bytes of an answer */
    public CompletableFuture<GraphAnswer> get(String token, String path, Map<String, String> query, int most) {
        return call(Method.GET, token, addresses.of(path, query), null, forCalls, most);
    }

    public CompletableFuture<GraphAnswer> post(String token, String path, JsonNode json) {
        var body = new OneTimeBody(json.toString().getBytes(UTF_8));
        return call(Method.POST, token, addresses.of(path, Map.of()), body, forCalls, MOST_BYTES);
    }

    /**
     * A POST as {@code multipart/form-data} (RFC 7578).
     *
     * @param fields beside the file, in order
     */
    public CompletableFuture<GraphAnswer> upload(String token, String path, Map<String, String> fields, FilePart file) {
        var body = new MultipartBody(fields, file);
        return call(Method.POST, token, addresses.of(path, Map.of()), body, forFiles, MOST_BYTES);
    }

    /**
     * Gets a file from the address that the Cloud API gave for it. Any other host than the Cloud API's own and the media hosts of the
     * settings is not called ({@code foreign-host}). The address goes as it is: it is signed by Meta, and no call of the Graph API
     * that would need the proof.
     *
     * @param most bytes; a longer file is {@code unusable-answer}
     */
    public CompletableFuture<MediaAnswer> download(String token, URI address, MediaSink sink, long most) {
        if (!addresses.mayHaveToken(address)) {
            return CompletableFuture.completedFuture(new Unreachable(Reason.of("foreign-host")));
        }
        var received = new PassedOnBody(sink, most);
        return transport
                .exchange(
                        new Transport.Call(Method.GET, address, token, null),
                        forFiles,
                        status -> GraphAnswerReader.isSuccess(status) ? received : new KeptBody(MOST_ERROR_BYTES))
                .thenApply(answer -> GraphAnswerReader.read(answer, received))
                .exceptionally(failure -> new Unreachable(TransportFailures.reason(failure)));
    }

    private CompletableFuture<GraphAnswer> call(
            Method method, String token, Optional<URI> address, AsyncEntityProducer body, Duration within, int most) {
        if (address.isEmpty()) {
            return CompletableFuture.completedFuture(new Unreachable(Reason.of("malformed-path")));
        }
        var call = new Transport.Call(method, proof.addTo(address.get(), token), token, body);
        return transport
                .exchange(call, within, status -> new KeptBody(most))
                .thenApply(GraphAnswerReader::read)
                .exceptionally(failure -> new Unreachable(TransportFailures.reason(failure)));
    }

    @Override
    public void close() throws Exception {
        transport.close();
    }
}
