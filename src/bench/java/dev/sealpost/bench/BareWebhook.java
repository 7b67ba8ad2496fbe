package dev.sealpost.bench;

import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A Spring controller that reads the body and answers 200: no signature, nothing stored. */
@Configuration(proxyBeanMethods = false)
@RestController
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
public class BareWebhook {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BareWebhook.class)
                .properties(Map.of("server.port", arguments[0], "server.address", "127.0.0.1", "spring.config.name", "bare"))
                .run();
    }

    @PostMapping("/webhooks/whatsapp")
    void receive(@RequestBody byte[] body) {
        // It answers 200, that is all.
    }
}
