package dev.sealpost.sandbox.whatsapp.page;

/**
 * A number of the business.
 *
 * @param id Meta's phone number id
 * @param name as people see it
 * @param display the phone number, as people see it
 */
public record BusinessNumber(String id, String name, String display) {}
