package dev.sealpost.whatsapp.webhook;

import dev.sealpost.whatsapp.work.WakeUp;
import org.springframework.stereotype.Component;

/** Webhooks wait to be handled. */
@Component
class InboxWakeUp extends WakeUp {}
