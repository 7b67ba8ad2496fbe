package dev.sealpost.bench;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
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

    /** Without the hub's own checks of its configuration, which are on the class path. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(BareWebhook.class);
        application.setInitializers(List.of());
        application.setDefaultProperties(Map.of(
                "server.port", arguments[0], "server.address", "127.0.0.1", "spring.config.name", "bare"));
        application.run();
    }

    @PostMapping("/webhooks/whatsapp")
    void receive(@RequestBody byte[] body) {
        // It answers 200, that is all.
    }
}
