package dev.sealpost.whatsapp.notice;

import dev.sealpost.subject.UserId;

/** A person has another user id in the place of the one before. */
public record UserIdChange(UserId previous, UserId current) implements Notice {}
