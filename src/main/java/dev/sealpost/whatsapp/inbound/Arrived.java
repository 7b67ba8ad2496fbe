package dev.sealpost.whatsapp.inbound;

import dev.sealpost.message.MessageId;
import dev.sealpost.subject.Recognised;
import dev.sealpost.whatsapp.Keyword;
import dev.sealpost.whatsapp.notice.InboundMessage;

/**
 * A message on its way in, and what is known about it.
 *
 * @param wamid keyed index of Meta's id, in hexadecimal
 * @param sender null if the number it was written to is not configured
 * @param keyword null if it is none
 */
record Arrived(MessageId id, InboundMessage message, String wamid, Recognised from, String sender, Keyword keyword) {}
