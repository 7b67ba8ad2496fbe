package dev.sealpost.vault;

/**
 * A signature of the hub's, apart from what it is over.
 *
 * @param algorithm its JCA name
 * @param keyId which key, see {@link PublicKeyPem#id}
 * @param value ASN.1 DER (RFC 3279, section 2.2.3), in Base64
 */
public record HubSignature(String algorithm, String keyId, String value) {}
