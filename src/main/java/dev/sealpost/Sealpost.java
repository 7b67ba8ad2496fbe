package dev.sealpost;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Sealpost {
    public static void main(String[] args) {
        SpringApplication.run(Sealpost.class, args);
    }
}
