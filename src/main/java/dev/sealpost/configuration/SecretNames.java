package dev.sealpost.configuration;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name whether a key holds a secret, so that its value is never printed. */
public final class SecretNames {

    static final String MASK = "***";

    private static final Pattern SECRET =
            Pattern.compile("token|secret|password|passwd|passphrase|credential|key([.]value)?$");

    private SecretNames() {}

    /** Spring takes {@code to-ken} for {@code token}: dashes hide nothing. */
    public static boolean isSecret(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""))
                .find();
    }
}
