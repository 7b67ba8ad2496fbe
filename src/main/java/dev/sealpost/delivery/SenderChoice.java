package dev.sealpost.delivery;

import dev.sealpost.window.Chat;
import dev.sealpost.window.ServiceWindows;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * By which sender a message goes: the person's own, unless that one is stopped and another may. A free-form message goes by one the
 * person wrote to within 24 hours, and waits for it while it is stopped: no other may send it.
 */
@Component
class SenderChoice {

    private final Channel channel;
    private final SenderLimits limits;
    private final ServiceWindows windows;

    SenderChoice(Channel channel, SenderLimits limits, ServiceWindows windows) {
        this.channel = channel;
        this.limits = limits;
        this.windows = windows;
    }

    /**
     * For many messages; one query if there are free-form ones among them, else none.
     *
     * @return the sender of each of them, null if none serves it
     */
    Function<Outgoing, String> among(Collection<Outgoing> messages) {
        Set<Chat> chats =
                messages.stream().filter(this::isFreeForm).flatMap(this::chats).collect(Collectors.toSet());
        Set<Chat> open = windows.openUntil(chats).keySet();
        return message -> choose(message, open);
    }

    private String choose(Outgoing message, Set<Chat> open) {
        List<String> all = channel.senders(message.destination());
        List<String> writtenTo = isFreeForm(message)
                ? chats(message).filter(open::contains).map(Chat::sender).toList()
                : List.of();
        return firstGoing(writtenTo.isEmpty() ? all : writtenTo);
    }

    private String firstGoing(List<String> senders) {
        return senders.stream()
                .filter(sender -> !limits.isStopped(sender))
                .findFirst()
                .orElseGet(() -> senders.isEmpty() ? null : senders.get(0));
    }

    private boolean isFreeForm(Outgoing message) {
        return channel.isFreeForm(message.template());
    }

    private Stream<Chat> chats(Outgoing message) {
        return channel.senders(message.destination()).stream()
                .map(sender -> new Chat(sender, message.destination().subject()));
    }
}
