package dev.sealpost.minimisation;

import dev.sealpost.message.FieldPath;

/**
 * How one field leaves.
 *
 * @param why what it is needed for; not used here, but nothing leaves without a reason (GDPR article 5(1)(c))
 * @param maxLength in code points, of what leaves
 */
record FieldRule(
        String name,
        FieldPath from,
        FieldType type,
        Transform transform,
        boolean required,
        int maxLength,
        String why) {}
