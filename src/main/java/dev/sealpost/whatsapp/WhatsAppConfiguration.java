package dev.sealpost.whatsapp;

import dev.sealpost.whatsapp.cloudapi.CloudApi;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The HTTP client, its threads, and the Cloud API behind it. */
@Configuration(proxyBeanMethods = false)
class WhatsAppConfiguration {

    /** An idle connection may be dropped on the way without a sign; the JDK would use it again after 20 minutes. */
    private static final String KEEP_ALIVE_SECONDS = "jdk.httpclient.keepalive.timeout";

    private static final String IDLE_AT_MOST = "30";

    /**
     * Without an executor of its own the JDK's client may start a thread for each answer. The work queued here is bounded by the
     * requests in flight.
     */
    @Bean(destroyMethod = "shutdown")
    ExecutorService whatsAppHttpExecutor() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        var factory = new CustomizableThreadFactory("whatsapp-http-");
        factory.setDaemon(true);
        return Executors.newFixedThreadPool(threads, factory);
    }

    @Bean
    HttpClient whatsAppHttpClient(ExecutorService whatsAppHttpExecutor, WhatsAppSettings settings) {
        if (System.getProperty(KEEP_ALIVE_SECONDS) == null) {
            System.setProperty(KEEP_ALIVE_SECONDS, IDLE_AT_MOST);
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(whatsAppHttpExecutor)
                .build();
    }

    @Bean
    CloudApi cloudApi(HttpClient whatsAppHttpClient, ExecutorService whatsAppHttpExecutor, WhatsAppSettings settings) {
        return new CloudApi(
                whatsAppHttpClient, whatsAppHttpExecutor, settings.connectTimeout(), settings.requestTimeout());
    }
}
