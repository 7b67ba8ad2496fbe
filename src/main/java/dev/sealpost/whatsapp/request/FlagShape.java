package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;

record FlagShape() implements Shape {

    @Override
    public Part read(YamlNode node) {
        return new FlagPart(node.flag());
    }
}
