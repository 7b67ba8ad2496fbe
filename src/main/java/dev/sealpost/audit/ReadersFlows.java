package dev.sealpost.audit;

import dev.sealpost.message.Reason;

/** A reader who is restricted to flows asks for no other one. */
final class ReadersFlows {

    private ReadersFlows() {}

    static boolean allow(AuditQuery query, AuditReader reader) {
        return query.flow() == null
                || reader.flows().isEmpty()
                || reader.flows().contains(query.flow());
    }

    static AuditRecord denied(AuditReader reader, String method, String path) {
        return AuditRecord.of(AuditKind.ACCESS_DENIED)
                .by(reader.getName())
                .outcome("denied")
                .reason(Reason.of("other-flow"))
                .evidence("method", method)
                .evidence("path", path)
                .build();
    }
}
