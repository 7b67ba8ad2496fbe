package dev.sealpost.sandbox.whatsapp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes message ids in Meta's form. As there, the id holds the recipient's number, merely base64-coded: whoever keeps it
 * keeps personal data.
 */
public final class Wamid {
    private static final byte[] HEAD = {0x1c, 0x18};
    private static final byte[] MIDDLE = {0x15, 0x02, 0x00, 0x11, 0x18, 0x12};
    private static final int RANDOM = 9;

    private Wamid() {}

    public static String next(String person) {
        byte[] random = new byte[RANDOM];
        ThreadLocalRandom.current().nextBytes(random);
        var id = new ByteArrayOutputStream(48);
        id.writeBytes(HEAD);
        id.write(person.length());
        id.writeBytes(person.getBytes(StandardCharsets.US_ASCII));
        id.writeBytes(MIDDLE);
        id.writeBytes(HexFormat.of().withUpperCase().formatHex(random).getBytes(StandardCharsets.US_ASCII));
        id.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(id.toByteArray());
    }
}
