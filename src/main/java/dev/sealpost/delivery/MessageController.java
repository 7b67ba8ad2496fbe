package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.access.Problem;
import dev.sealpost.intake.EventReader;
import dev.sealpost.message.MessageId;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.PhoneNumbers;
import dev.sealpost.subject.Subjects;
import dev.sealpost.vault.BlindIndexer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of messages. Who may ask is for {@code access} to say; every look-up is audited. No URL carries personal data. */
@RestController
@RequestMapping("/api/messages")
@Tag(name = "Messages")
class MessageController {

    private static final Problem NOT_FOUND = Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
    private static final Pattern FLOW = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final MessageViews messages;
    private final PhoneNumbers numbers;
    private final Subjects subjects;
    private final BlindIndexer indexer;

    MessageController(MessageViews messages, PhoneNumbers numbers, Subjects subjects, BlindIndexer indexer) {
        this.messages = messages;
        this.numbers = numbers;
        this.subjects = subjects;
        this.indexer = indexer;
    }

    @GetMapping("/{id}")
    @Operation(summary = "State, history and evidence of one message")
    ResponseEntity<Object> one(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return read(id).flatMap(message -> messages.byId(message, caller))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(NOT_FOUND::toResponse);
    }

    @PostMapping("/search")
    @Operation(
            summary = "Messages to a person, or the one made of an event",
            description = "By phone: the newest hundred. By flow and sourceId: one or none.")
    ResponseEntity<Object> search(@RequestBody MessageSearch search, @AuthenticationPrincipal Caller caller) {
        if (search.isBySource()) {
            return found(bySource(search, caller));
        }
        if (!search.isByPhone()) {
            return MessageSearch.INVALID.toResponse();
        }
        return numbers.parse(search.phone())
                .map(number -> found(byNumber(number, caller)))
                .orElseGet(MessageSearch.INVALID_NUMBER::toResponse);
    }

    private List<MessageView> byNumber(PhoneNumber number, Caller caller) {
        return subjects.find(number)
                .map(subject -> messages.bySubject(subject, caller))
                .orElse(List.of());
    }

    private List<MessageView> bySource(MessageSearch search, Caller caller) {
        if (!FLOW.matcher(search.flow()).matches()) {
            return List.of();
        }
        String domain = EventReader.domain(search.flow());
        return messages.bySource(search.flow(), indexer.index(domain, search.sourceId()), caller);
    }

    private static Optional<MessageId> read(String id) {
        try {
            UUID value = UUID.fromString(id);
            return value.toString().equalsIgnoreCase(id) ? Optional.of(new MessageId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Object> found(List<MessageView> views) {
        return ResponseEntity.ok(new MessageView.Found(views));
    }
}
