package dev.sealpost.subject;

import dev.sealpost.vault.BlindIndex;

/**
 * One of what a person is found by.
 *
 * @param kind {@code phone} or {@code user-id}
 * @param variant it is not what was given, but the other way to write it
 */
record Identifier(String kind, BlindIndex index, boolean variant) {}
