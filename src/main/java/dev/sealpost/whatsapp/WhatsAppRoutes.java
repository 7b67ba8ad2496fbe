package dev.sealpost.whatsapp;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.whatsapp.WhatsAppComponent;
import org.springframework.stereotype.Component;

/**
 * The one way out. Endpoint URIs hold the sender's phone number id and nothing else; failures are not handled here, they become
 * outcomes.
 */
@Component
class WhatsAppRoutes extends RouteBuilder {

    /** Fails at once while the route is not started. */
    static final String SEND = "direct:whatsapp-send?block=false";

    static final String PHONE_NUMBER_ID = "whatsappPhoneNumberId";

    private static final String NOT_A_TOKEN = "the senders have the tokens";

    @Override
    public void configure() {
        WhatsAppComponent component = getContext().getComponent("whatsapp", WhatsAppComponent.class);
        component.setAuthorizationToken(NOT_A_TOKEN);
        from(SEND)
                .routeId("whatsapp-send")
                .description("Posts a message to the WhatsApp Cloud API.")
                .errorHandler(noErrorHandler())
                .toD("whatsapp:${exchangeProperty." + PHONE_NUMBER_ID + "}?whatsappService=#hubWhatsApp")
                .id("whatsapp-post");
    }
}
