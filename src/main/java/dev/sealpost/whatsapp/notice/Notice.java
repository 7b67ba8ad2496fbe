package dev.sealpost.whatsapp.notice;

/** Something a webhook tells besides statuses of messages. */
public sealed interface Notice permits InboundMessage, MarketingPreference, UserIdChange, BusinessNotice {}
