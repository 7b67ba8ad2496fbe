package dev.sealpost.whatsapp.webhook;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two, so that one batch is made durable while the next one is read and its signatures are checked. */
@Configuration(proxyBeanMethods = false)
class StoringThreads {

    @Bean
    StoringThread storingThread(Inbox inbox) {
        return new StoringThread(inbox, "webhook-store");
    }

    @Bean
    StoringThread otherStoringThread(Inbox inbox) {
        return new StoringThread(inbox, "webhook-store-2");
    }
}
