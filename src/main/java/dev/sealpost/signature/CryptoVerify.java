package dev.sealpost.signature;

import java.security.InvalidKeyException;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.crypto.DigitalSignatureConstants;
import org.apache.camel.component.crypto.DigitalSignatureEndpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Camel's {@code crypto:verify}, one endpoint for each key. It is asked directly, in an exchange made for it: a route would put an
 * entry for each signature into the audit, and in the source's exchange a header of the event's could bring a key of its own.
 */
@Component
class CryptoVerify {

    private final ObjectProvider<CamelContext> context;
    private final ObjectProvider<ProducerTemplate> producer;
    private final Map<String, DigitalSignatureEndpoint> endpoints = new ConcurrentHashMap<>();

    CryptoVerify(ObjectProvider<CamelContext> context, ObjectProvider<ProducerTemplate> producer) {
        this.context = context;
        this.producer = producer;
    }

    /** @throws IllegalStateException if it cannot be told */
    boolean verifies(SignerKey key, SignedPart.Found part) {
        DigitalSignatureEndpoint endpoint = endpoints.computeIfAbsent(key.id(), id -> endpoint(key));
        Exchange exchange = endpoint.createExchange();
        exchange.getExchangeExtension().setNotifyEvent(true); // it is no exchange of a route's to be counted with them
        exchange.getMessage().setBody(part.signed());
        exchange.getMessage()
                .setHeader(
                        DigitalSignatureConstants.SIGNATURE, Base64.getEncoder().encodeToString(part.signature()));
        Exception failure = producer.getObject().send(endpoint, exchange).getException();
        if (failure != null && !(failure instanceof SignatureException || failure instanceof InvalidKeyException)) {
            throw new IllegalStateException(
                    "crypto:verify failed with " + failure.getClass().getName());
        }
        return failure == null;
    }

    private DigitalSignatureEndpoint endpoint(SignerKey key) {
        DigitalSignatureEndpoint endpoint = context.getObject()
                .getEndpoint(
                        "crypto:verify:" + key.id() + "?algorithm="
                                + key.algorithm().jcaName(),
                        DigitalSignatureEndpoint.class);
        endpoint.setPublicKey(key.key());
        return endpoint;
    }
}
