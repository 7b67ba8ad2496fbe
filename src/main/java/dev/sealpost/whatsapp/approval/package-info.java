/**
 * Compares {@code config/templates.yml} with the templates that Meta has, before the first message fails: what is missing, paused, in
 * another category or language, or takes other parameters.
 */
package dev.sealpost.whatsapp.approval;
