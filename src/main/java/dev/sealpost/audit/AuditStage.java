package dev.sealpost.audit;

/**
 * Collects audit records that will be committed together with the state they explain. An exchange carries the stage it belongs to
 * in the property {@link #PROPERTY}, and where it is about one message, that message's id in {@link #MESSAGE}.
 */
public interface AuditStage {

    String PROPERTY = "sealpost.audit-stage";

    String MESSAGE = "sealpost.audit-message";

    /** @return false if the stage is closed already; the caller then has to write the record another way */
    boolean stage(AuditRecord entry);
}
