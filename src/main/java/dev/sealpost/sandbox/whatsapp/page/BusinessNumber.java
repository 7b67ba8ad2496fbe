package dev.sealpost.sandbox.whatsapp.page;

/**
 * A number of the business.
 *
 * @param id Meta's phone number id
 * @param name as people see it
 * @param number its phone number, digits only
 */
public record BusinessNumber(String id, String name, String number) {}
