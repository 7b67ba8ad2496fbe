package dev.sealpost.routing;

import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.ssl.SslBundle;

/** An SSL bundle of Spring Boot, as Camel wants it. */
final class BundledTrust extends SSLContextParameters {

    private final SslBundle bundle;

    BundledTrust(SslBundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public SSLContext createSSLContext(CamelContext camel) {
        return bundle.createSslContext();
    }
}
