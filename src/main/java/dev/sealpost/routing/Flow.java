package dev.sealpost.routing;

import dev.sealpost.intake.EventMapping;
import dev.sealpost.signature.Signer;
import java.util.Optional;

/**
 * A flow: the id of its route, and how its {@code receive} step reads events.
 *
 * @param signer whose signature each event must bear before anything of it is read; empty if the flow wants none
 */
record Flow(String id, EventMapping mapping, Optional<Signer> signer) {}
