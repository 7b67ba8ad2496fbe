package dev.sealpost.whatsapp;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.whatsapp.cloudapi.CloudApi;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.whatsapp.WhatsAppService;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.springframework.stereotype.Component;

/**
 * What camel-whatsapp's endpoints send through. The exchange always goes on, with the outcome in the property {@link #OUTCOME};
 * the component's own service leaves it hanging when a connection fails, turns errors into text and logs the answers.
 */
@Component("hubWhatsApp")
class HubWhatsAppService implements WhatsAppService {

    static final String OUTCOME = "whatsappOutcome";

    private final CloudApi cloudApi;
    private final AccessTokens tokens;
    private final Map<Sender, URI> addresses;

    HubWhatsAppService(CloudApi cloudApi, WhatsAppSettings settings, Senders senders, AccessTokens tokens) {
        this.cloudApi = cloudApi;
        this.tokens = tokens;
        this.addresses =
                senders.all().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), settings::messagesOf));
    }

    /** @throws IllegalArgumentException for a message that the channel did not make */
    @Override
    public void sendMessage(Exchange exchange, AsyncCallback callback, BaseMessage message) {
        if (!(message instanceof CloudApiMessage request)) {
            throw new IllegalArgumentException("Only the WhatsApp channel sends through this endpoint");
        }
        Sender sender = request.sender();
        cloudApi.post(addresses.get(sender), tokens.of(sender), request.body())
                .whenComplete((outcome, failure) -> complete(exchange, callback, outcome));
    }

    private static void complete(Exchange exchange, AsyncCallback callback, DeliveryOutcome outcome) {
        exchange.setProperty(OUTCOME, outcome);
        callback.done(false);
    }
}
