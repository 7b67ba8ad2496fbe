package dev.sealpost.whatsapp;

import dev.sealpost.whatsapp.cloudapi.CloudApi;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Cloud API, as long as the hub wants to wait for it. */
@Configuration(proxyBeanMethods = false)
class WhatsAppConfiguration {

    @Bean
    CloudApi cloudApi(WhatsAppSettings settings) {
        return new CloudApi(settings.connectTimeout(), settings.requestTimeout(), settings.proof());
    }

    @Bean
    GraphApi graphApi(WhatsAppSettings settings) {
        return new GraphApi(settings.graph(), settings.proof());
    }
}
