package dev.sealpost.signature;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The signature algorithms that are taken, by their JCA names; no key of one is taken for another. */
enum SignatureAlgorithm {
    ED25519("Ed25519", "Ed25519", "an Ed25519 key", key -> true),
    ECDSA("SHA256withECDSA", "EC", "an EC key of at least 256 bits", SignatureAlgorithm::isStrongCurve),
    RSA("SHA256withRSA", "RSA", "an RSA key of at least 3072 bits", SignatureAlgorithm::isStrongRsa);

    private static final int LEAST_RSA_BITS = 3_072;
    private static final int LEAST_CURVE_BITS = 256;

    private final String jcaName;
    private final String keyType;
    private final String description;
    private final Predicate<PublicKey> strong;

    SignatureAlgorithm(String jcaName, String keyType, String description, Predicate<PublicKey> strong) {
        this.jcaName = jcaName;
        this.keyType = keyType;
        this.description = description;
        this.strong = strong;
    }

    static Optional<SignatureAlgorithm> of(String jcaName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jcaName.equals(jcaName))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(algorithm -> algorithm.jcaName).toList();
    }

    String jcaName() {
        return jcaName;
    }

    /** Of the key, for {@link java.security.KeyFactory}. */
    String keyType() {
        return keyType;
    }

    String description() {
        return description;
    }

    boolean isStrong(PublicKey key) {
        return strong.test(key);
    }

    private static boolean isStrongCurve(PublicKey key) {
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= LEAST_CURVE_BITS;
    }

    private static boolean isStrongRsa(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
    }
}
