package dev.sealpost.vault;

import dev.sealpost.message.SubjectRef;

/**
 * A subject's data key was deleted. Published within the transaction that deletes it, which may still be rolled back: listen
 * after its commit.
 */
public record SubjectKeyDestroyed(SubjectRef subject) {}
