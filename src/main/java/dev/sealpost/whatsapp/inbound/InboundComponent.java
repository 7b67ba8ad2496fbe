package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.Senders;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/** {@code whatsapp-inbound:any}, the source behind {@code kamelet:whatsapp-inbound}. */
@Component("whatsapp-inbound")
class InboundComponent extends DefaultComponent {

    private final Subscriptions subscriptions;
    private final Senders senders;

    InboundComponent(Subscriptions subscriptions, Senders senders) {
        this.subscriptions = subscriptions;
        this.senders = senders;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> given) {
        Subscription subscription = new Subscription(
                names(given, "kinds", Subscription.KINDS),
                names(given, "senders", senders.byName().keySet()),
                getAndRemoveParameter(given, "markRead", boolean.class, false));
        return new InboundEndpoint(uri, this, subscription, subscriptions);
    }

    private Set<String> names(Map<String, Object> given, String parameter, Set<String> allowed) {
        Set<String> names = Arrays.stream(getAndRemoveParameter(given, parameter, String.class, "")
                        .split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!allowed.containsAll(names)) {
            throw new IllegalArgumentException(
                    "kamelet:whatsapp-inbound: %s is \"%s\"; allowed, separated by commas: %s"
                            .formatted(parameter, String.join(",", new TreeSet<>(names)), new TreeSet<>(allowed)));
        }
        return names;
    }
}
