package dev.sealpost.lint;

import dev.sealpost.whatsapp.request.Definition;
import dev.sealpost.whatsapp.request.Template;

/** What a way through a flow delivers. @param at where the flow names it */
record Delivered(Definition definition, Place at) {

    String name() {
        return (definition instanceof Template ? "template " : "message ") + definition.name();
    }
}
