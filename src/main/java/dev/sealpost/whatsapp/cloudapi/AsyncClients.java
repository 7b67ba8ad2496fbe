package dev.sealpost.whatsapp.cloudapi;

import java.net.ProxySelector;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HTTP clients that do what they are told once: no redirect, no repetition, no cookie, no authentication of their own. */
final class AsyncClients {

    /** An idle connection may be dropped on the way without a sign. */
    private static final TimeValue IDLE_AT_MOST = TimeValue.ofSeconds(30);

    /** Far more than is ever in flight; who sends sets the bound. */
    private static final int MOST_CONNECTIONS = 10_000;

    private static final int MOST_THREADS = 2;

    private AsyncClients() {}

    static CloseableHttpAsyncClient start(Duration connectTimeout, Duration requestTimeout, ProxySelector proxies) {
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setConnectionManager(connections(Timeout.of(connectTimeout)))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(
                                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()))
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(connectTimeout))
                        .setResponseTimeout(Timeout.of(requestTimeout))
                        .setAuthenticationEnabled(false)
                        .build())
                .setKeepAliveStrategy((response, context) -> IDLE_AT_MOST)
                .setRoutePlanner(new SystemDefaultRoutePlanner(proxies))
                .evictIdleConnections(IDLE_AT_MOST)
                .evictExpiredConnections()
                .setUserAgent("Sealpost")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
        client.start();
        return client;
    }

    private static PoolingAsyncClientConnectionManager connections(Timeout connectTimeout) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                // A strict pool lets whoever returns a connection open the next one, with the look-up of its host: an
                // I/O thread.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(connectTimeout)
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
    }
}
