/**
 * What a message looks like to the Cloud API: every kind there is, as {@code config/templates.yml} describes it, filled with minimised
 * fields. What Meta would not take is said at the start where it is constant, and refused before it is sent where it is a value.
 */
@NamedInterface("request")
package dev.sealpost.whatsapp.request;

import org.springframework.modulith.NamedInterface;
