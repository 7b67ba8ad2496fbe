package dev.sealpost.vault;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.crypto.DigitalSignatureConstants;
import org.apache.camel.component.crypto.DigitalSignatureEndpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Camel's {@code crypto:sign} with the vault's key. It is asked directly, in an exchange made for it: a route would put an entry for each
 * signature into the audit beside the one that says what was signed, and a message header could bring another key along. It signs a hash, so
 * that what is hashed may be streamed.
 */
@Component
class CryptoSign implements HubSigner {

    private static final int HASH_BYTES = 32;

    private final PublicKeyPem publicKey;
    private final SingletonSupplier<DigitalSignatureEndpoint> endpoint;
    private final ObjectProvider<ProducerTemplate> producer;

    CryptoSign(Vault vault, ObjectProvider<CamelContext> context, ObjectProvider<ProducerTemplate> producer) {
        SigningKeyPair pair = vault.signingKey();
        this.publicKey = PublicKeyPem.of(pair.publicKey());
        this.endpoint = SingletonSupplier.of(() -> endpoint(context.getObject(), pair));
        this.producer = producer;
    }

    @Override
    public HubSignature sign(byte[] sha256) {
        if (sha256.length != HASH_BYTES) {
            throw new IllegalArgumentException("%d bytes are no SHA-256".formatted(sha256.length));
        }
        Exchange exchange = endpoint.obtain().createExchange();
        exchange.getExchangeExtension().setNotifyEvent(true); // it is no exchange of a route's to be counted with them
        exchange.getMessage().setBody(sha256);
        Exception failure =
                producer.getObject().send(endpoint.obtain(), exchange).getException();
        String value = exchange.getMessage().getHeader(DigitalSignatureConstants.SIGNATURE, String.class);
        if (failure != null || value == null) {
            throw new IllegalStateException("crypto:sign failed", failure);
        }
        return new HubSignature(ALGORITHM, publicKey.id(), value);
    }

    @Override
    public PublicKeyPem publicKey() {
        return publicKey;
    }

    /** ECDSA over a hash that is given is ECDSA with that hash over what was hashed. */
    private static DigitalSignatureEndpoint endpoint(CamelContext context, SigningKeyPair pair) {
        DigitalSignatureEndpoint endpoint =
                context.getEndpoint("crypto:sign:hub?algorithm=NONEwithECDSA", DigitalSignatureEndpoint.class);
        endpoint.setPrivateKey(pair.privateKey());
        return endpoint;
    }
}
