package dev.sealpost.whatsapp;

import java.util.List;

/**
 * Facts for health about the templates, from the last comparison with Meta's.
 *
 * @param differing {@code NAME: what differs}, each template once for each account
 * @param unchecked accounts that could not be asked
 */
public record TemplateStanding(List<String> differing, List<String> unchecked) {}
