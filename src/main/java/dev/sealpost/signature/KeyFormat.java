package dev.sealpost.signature;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.security.PublicKey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads one key of a signer, the file it is in included. */
final class KeyFormat {

    private KeyFormat() {}

    /** @return empty if it is at fault, which has been recorded */
    static Optional<SignerKey> read(String id, YamlNode node) {
        YamlMap map = node.map().onlyKeys("file", "algorithm", "from", "until");
        YamlNode file = map.require("file");
        LocalDate from = date(map, "from", LocalDate.MIN);
        LocalDate until = date(map, "until", LocalDate.MAX);
        if (until.isBefore(from)) {
            map.require("until").fault("is before from", List.of(), "");
        }
        return algorithm(map.require("algorithm"))
                .flatMap(algorithm -> key(file, algorithm).map(key -> new SignerKey(id, algorithm, key, from, until)));
    }

    private static Optional<SignatureAlgorithm> algorithm(YamlNode node) {
        String name = node.text();
        Optional<SignatureAlgorithm> known = SignatureAlgorithm.of(name);
        if (known.isEmpty() && !name.isEmpty()) {
            node.fault("is not known", SignatureAlgorithm.names(), "");
        }
        return known;
    }

    private static Optional<PublicKey> key(YamlNode file, SignatureAlgorithm algorithm) {
        if (file.text().isEmpty()) {
            return Optional.empty();
        }
        PublicKeyFile.Result result = PublicKeyFile.read(file.file(), algorithm);
        result.problem()
                .ifPresent(problem -> file.fault(
                        problem, List.of("a PEM file, BEGIN PUBLIC KEY, with " + algorithm.description()), ""));
        return result.key();
    }

    private static LocalDate date(YamlMap map, String key, LocalDate fallback) {
        return map.find(key).map(node -> date(node, fallback)).orElse(fallback);
    }

    private static LocalDate date(YamlNode node, LocalDate fallback) {
        String text = node.text();
        try {
            return text.isEmpty() ? fallback : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            node.fault("is not a date", List.of("2026-12-31"), "");
            return fallback;
        }
    }
}
