package dev.sealpost.crm;

import java.net.URI;
import java.net.http.HttpRequest;

/** Asks one CRM for pages, as its connection says. */
final class CrmClient {

    private final Connection connection;
    private final CrmHttp http;
    private final AccessTokens tokens;

    CrmClient(Connection connection) {
        this.connection = connection;
        this.http = new CrmHttp(connection);
        this.tokens = connection.auth() instanceof Connection.Auth.ClientCredentials credentials
                ? new AccessTokens(connection, credentials, http)
                : null;
    }

    /** With a token that was not taken it tries once more, with a new one. Never {@link Fetched.Unauthorised}. */
    Fetched get(URI address) {
        Fetched fetched = once(address);
        if (fetched instanceof Fetched.Unauthorised && tokens != null) {
            tokens.forget();
            fetched = once(address);
        }
        return fetched instanceof Fetched.Unauthorised
                ? new Fetched.Failed(Stop.because("unauthorised", "the CRM does not take what the hub shows; see auth"))
                : fetched;
    }

    private Fetched once(URI address) {
        if (connection.auth() instanceof Connection.Auth.Key key) {
            return send(address, key.header(), key.value());
        }
        AccessTokens.Answer token = tokens.get();
        return token.failed() == null
                ? send(address, "Authorization", "Bearer " + token.token())
                : new Fetched.Failed(token.failed());
    }

    private Fetched send(URI address, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(connection.requestTimeout())
                .header(header, value)
                .header("Accept", "application/json")
                .GET()
                .build();
        return http.send(request, connection.maxPageBytes());
    }
}
