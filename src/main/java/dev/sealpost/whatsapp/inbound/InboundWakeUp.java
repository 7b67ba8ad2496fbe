package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.work.WakeUp;
import org.springframework.stereotype.Component;

/** Messages wait for a flow. */
@Component
class InboundWakeUp extends WakeUp {}
