/**
 * The hub beside two routes that do the same errand with less care, on the same broker, PostgreSQL and stub, in turns in one run.
 *
 * <p>Guarantees that each contender is measured by what the stub received, in a JVM of its own with the same heap. Does not
 * guarantee figures that hold on another machine: compare the ratios of one run.
 */
package dev.sealpost.bench;
