package dev.sealpost.pacing;

import dev.sealpost.message.MessageId;
import dev.sealpost.window.Chat;

/**
 * A message that is about to go.
 *
 * @param marketing it goes under marketing's rules
 * @param windowOpen the person wrote within the last 24 hours, so that it does not count for the portfolio's limit of people
 */
public record Planned(MessageId message, Chat chat, boolean marketing, boolean windowOpen) {}
