package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;

/** What the Cloud API allows at a place of a request, and how the configuration says it. */
sealed interface Shape
        permits TextShape,
                NumberShape,
                FlagShape,
                FixedShape,
                ListShape,
                GroupShape,
                TableShape,
                ChoiceShape,
                CheckedShape,
                FileShape,
                MessageShape {

    /** What is wrong is said through the node, and replaced by something harmless. */
    Part read(YamlNode node);
}
