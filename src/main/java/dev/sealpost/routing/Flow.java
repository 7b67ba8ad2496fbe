package dev.sealpost.routing;

import dev.sealpost.intake.EventMapping;

/** A flow: the id of its route, and how its {@code receive} step reads events. */
record Flow(String id, EventMapping mapping) {}
