/**
 * The page at {@code /}: people's phones, a chat each, with what the business sent them and a field to answer. It reads the
 * record after the fact, on threads of its own, so that neither it nor its listeners slow the Cloud API down.
 *
 * <p>It knows the record only as {@link dev.sealpost.sandbox.whatsapp.page.Correspondence}, which the Cloud API provides.
 */
package dev.sealpost.sandbox.whatsapp.page;
