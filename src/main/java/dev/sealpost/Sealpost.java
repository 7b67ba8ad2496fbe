package dev.sealpost;

import dev.sealpost.cli.CommandLineInterface;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Sealpost {

    public static void main(String[] args) {
        int exitCode = new CommandLineInterface(Sealpost::start).execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static void start(List<String> settings) {
        SpringApplication.run(Sealpost.class, settings.toArray(String[]::new));
    }
}
