package dev.sealpost.whatsapp.approval;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that Meta has otherwise than {@code config/templates.yml} says.
 *
 * @param line where the template is described; 0 if that is not known
 * @param rule a stable word: {@code template-missing}, {@code template-status}, {@code template-category}, {@code template-language},
 *     {@code template-parameters}, {@code template-header}, {@code template-buttons}
 * @param stops whether messages with it would fail; else another language is used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        String file,
        int line,
        String rule,
        String template,
        String language,
        String account,
        String message,
        String fix,
        boolean stops) {}
