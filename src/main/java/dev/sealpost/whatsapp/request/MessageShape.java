package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;

/** A field that holds the hub's id of a message which a person sent. */
record MessageShape() implements Shape {

    @Override
    public Part read(YamlNode node) {
        return new MessagePart(node.path(), TextShape.phrase(node));
    }
}
