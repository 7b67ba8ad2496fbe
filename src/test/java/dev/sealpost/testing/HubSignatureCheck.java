package dev.sealpost.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Somebody who has the hub's public key and nothing else of it. */
public record HubSignatureCheck(String pem) {

    public boolean byJava(byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key());
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Over {@code FILE} with the signature in {@code FILE.sig}; skips the test where there is no openssl. */
    public boolean byOpenssl(Path file) throws IOException, InterruptedException {
        assumeTrue(isThere(), "openssl is not installed, so nothing is checked with it");
        Path key = Files.writeString(Files.createTempFile("hub", ".pem"), pem);
        Process check = new ProcessBuilder(
                        "openssl", "dgst", "-sha256", "-verify", key.toString(), "-signature", file + ".sig", "" + file)
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes());
        boolean holds = check.waitFor() == 0;
        Files.delete(key);
        if (!said.contains(holds ? "Verified OK" : "Verification failure")) {
            throw new IllegalStateException(said);
        }
        return holds;
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    }
}
