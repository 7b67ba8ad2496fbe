package dev.sealpost.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an audit entry is about. The wire name is stable, and a kind is never removed: entries are kept for years. */
public enum AuditKind {
    MESSAGE_RECEIVED("message.received"),
    MESSAGE_DUPLICATE("message.duplicate"),
    MESSAGE_REFUSED("message.refused"),
    MESSAGE_RECORDED("message.recorded"),
    MESSAGE_DEAD_LETTER("message.dead-letter"),
    MESSAGE_QUEUED("message.queued"),
    MESSAGE_HELD("message.held"),
    MESSAGE_SENDING("message.sending"),
    MESSAGE_RETRY("message.retry"),
    MESSAGE_BLOCKED("message.blocked"),
    MESSAGE_FORM("message.form"),
    MESSAGE_SENT("message.sent"),
    MESSAGE_DELIVERED("message.delivered"),
    MESSAGE_READ("message.read"),
    MESSAGE_FAILED("message.failed"),
    MESSAGE_UNCERTAIN("message.uncertain"),
    MESSAGE_PARKED("message.parked"),
    PAUSE_BEGUN("pause.begun"),
    PAUSE_LIFTED("pause.lifted"),
    EXCHANGE("exchange"),
    CONSENT_REQUESTED("consent.requested"),
    CONSENT_GRANTED("consent.granted"),
    CONSENT_WITHDRAWN("consent.withdrawn"),
    CONSENT_READ("consent.read"),
    CONSENT_RECEIPT("consent.receipt"),
    INBOUND_RECEIVED("inbound.received"),
    INBOUND_TAKEN("inbound.taken"),
    INBOUND_DROPPED("inbound.dropped"),
    INBOUND_KEYWORD("inbound.keyword"),
    INBOUND_NOTICE("inbound.notice"),
    SUBJECT_ALIAS("subject.alias"),
    SUBJECT_CONFLICT("subject.conflict"),
    SENDER_STANDING("sender.standing"),
    SENDER_REGISTERED("sender.registered"),
    SENDER_TOKEN_REPLACED("sender.token-replaced"),
    SOURCE_POLL_STOPPED("source.poll-stopped"),
    WEBHOOK_REFUSED("webhook.refused"),
    WEBHOOK_RECEIVED("webhook.received"),
    WEBHOOK_PREVIOUS_SECRET("webhook.previous-secret"),
    ACCESS_DENIED("access.denied"),
    ACCESS_GRANTED("access.granted"),
    ACCESS_REVOKED("access.revoked"),
    AUDIT_READ("audit.read"),
    AUDIT_EXPORTED("audit.exported"),
    MESSAGE_LOOKED_UP("message.looked-up"),
    DEAD_LETTER_LISTED("dead-letter.listed"),
    DEAD_LETTER_REVEALED("dead-letter.revealed"),
    DEAD_LETTER_RETRIED("dead-letter.retried"),
    DEAD_LETTER_DISCARDED("dead-letter.discarded"),
    SEAL_BROKEN("seal.broken"),
    PORTFOLIO_TIER("portfolio.tier"),
    SENDER_SLOWED("sender.slowed"),
    HUB_STARTED("hub.started"),
    HUB_STOPPED("hub.stopped");

    private static final Map<String, AuditKind> BY_WIRE_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(AuditKind::wireName, kind -> kind, (one, other) -> one, TreeMap::new));

    private final String wireName;

    AuditKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<AuditKind> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }

    static Set<String> wireNames() {
        return BY_WIRE_NAME.keySet();
    }
}
