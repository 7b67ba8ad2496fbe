package dev.sealpost.lint;

/**
 * What decides about a branch.
 *
 * @param language as Camel names it; empty if it is code
 * @param text null if it is not a single value
 */
record Expression(String language, Place at, String text) {}
