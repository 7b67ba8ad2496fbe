package dev.sealpost.signature;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code signers.yml}. */
class SignersFormat implements ConfigFormat<Signers> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Pattern FIELD = Pattern.compile("\\$\\.([A-Za-z_][A-Za-z0-9_-]{0,63})");
    private static final SignaturePlace NOWHERE = new SignaturePlace.Header("none");

    @Override
    public String file() {
        return "signers.yml";
    }

    @Override
    public Class<Signers> type() {
        return Signers.class;
    }

    @Override
    public Signers parse(YamlNode root, Faults faults) {
        Map<String, Signer> signers = new LinkedHashMap<>();
        root.map()
                .onlyKeys("signers")
                .map("signers")
                .entries()
                .forEach((name, node) -> signers.put(name, signer(name, node)));
        return new Signers(signers);
    }

    private static Signer signer(String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            node.fault("is not a signer's name", List.of("lower-case letters, digits and dashes"), "");
        }
        YamlMap map = node.map().onlyKeys("signature", "keys");
        SignaturePlace place = place(map.require("signature"));
        YamlNode keys = map.require("keys");
        List<SignerKey> read = new ArrayList<>();
        map.find("keys")
                .ifPresent(found -> found.list().forEach(key -> KeyFormat.read(name + "-" + (read.size() + 1), key)
                        .ifPresent(read::add)));
        if (map.find("keys").isPresent() && keys.list().isEmpty()) {
            keys.fault("names no key", List.of(), "add one with its file and algorithm");
        }
        return new Signer(name, place, read);
    }

    private static SignaturePlace place(YamlNode node) {
        YamlMap map = node.map().onlyKeys("header", "field");
        Optional<YamlNode> header = map.find("header");
        Optional<YamlNode> field = map.find("field");
        if (header.isPresent() == field.isPresent()) {
            node.fault("must say where the signature is", List.of("header: NAME", "field: $.name"), "give one of them");
            return NOWHERE;
        }
        return header.map(SignersFormat::header).orElseGet(() -> field(field.orElseThrow()));
    }

    private static SignaturePlace header(YamlNode node) {
        String name = node.text();
        boolean reserved = name.regionMatches(true, 0, "Camel", 0, "Camel".length());
        if (!name.isEmpty() && (reserved || !HEADER.matcher(name).matches())) {
            node.fault("is not a header's name", List.of("letters, digits and dashes, as in X-Signature"), "");
        }
        return new SignaturePlace.Header(name);
    }

    private static SignaturePlace field(YamlNode node) {
        String path = node.text();
        var field = FIELD.matcher(path);
        if (!field.matches()) {
            if (!path.isEmpty()) {
                node.fault("is not a field at the top of the event", List.of("$.signature"), "");
            }
            return NOWHERE;
        }
        return new SignaturePlace.Field(field.group(1));
    }
}
