package dev.sealpost.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key in a PEM file (RFC 7468, section 13). */
final class PublicKeyFile {

    private static final long MOST_BYTES = 16_384;
    private static final Pattern PUBLIC_KEY =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private PublicKeyFile() {}

    /** Either the key or the problem is there. */
    record Result(Optional<PublicKey> key, Optional<String> problem) {}

    static Result read(Path file, SignatureAlgorithm algorithm) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return problem(Files.exists(file) ? "is not a file of at most 16 KB" : "is a file that is missing");
            }
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1), algorithm);
        } catch (IOException e) {
            return problem("is a file that cannot be read");
        }
    }

    private static Result parse(String text, SignatureAlgorithm algorithm) {
        if (text.contains("PRIVATE KEY")) {
            return problem("holds a private key, which belongs to the signer alone");
        }
        Matcher pem = PUBLIC_KEY.matcher(text);
        if (!pem.matches()) {
            return problem("holds no public key");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            PublicKey key = KeyFactory.getInstance(algorithm.keyType()).generatePublic(new X509EncodedKeySpec(encoded));
            return algorithm.isStrong(key)
                    ? new Result(Optional.of(key), Optional.empty())
                    : problem("holds a key that is too weak");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return problem("holds a key that is not one for " + algorithm.jcaName());
        }
    }

    private static Result problem(String what) {
        return new Result(Optional.empty(), Optional.of(what));
    }
}
