package dev.sealpost.intake;

import dev.sealpost.message.FieldPath;

/**
 * How a flow's {@code receive} step reads an event.
 *
 * @param event the event's name
 * @param id where the source's id of it is
 * @param phone where the person's phone number is, or the user id that WhatsApp gave them
 */
public record EventMapping(String event, FieldPath id, FieldPath phone) {}
