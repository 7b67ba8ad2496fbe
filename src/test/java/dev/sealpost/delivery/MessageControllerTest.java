package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.sealpost.access.Caller;
import dev.sealpost.access.Scope;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.intake.EventReader;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.PhoneNumbers;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.Subjects;
import dev.sealpost.vault.BlindIndexer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The shapes of {@code /api/messages}; keys, scopes and strict JSON are tested with {@code access}. */
class MessageControllerTest extends DispatchingTest {

    private static final Caller ANYBODY = new Caller(UUID.randomUUID(), Set.of(Scope.MESSAGES_READ), Set.of());

    private final SubjectRef ana = SubjectRef.random();

    @Autowired
    private MessageViews views;

    @Autowired
    private BlindIndexer indexer;

    @Autowired
    private StatusUpdates statuses;

    private MockMvc api;

    @BeforeEach
    void api() {
        var controller = new MessageController(views, new OneNumber(), new OnePerson(), indexer);
        api = MockMvcBuilders.standaloneSetup(controller)
                .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
                .build();
        as(ANYBODY);
    }

    @Test
    void messageShowsItsStateItsHistoryAndWhatProvesIt() throws Exception {
        QueuedMessage message = letters.queued(letters.to(ana, TestPurposes.RESENT));
        start();
        awaitState(message, "SENT");
        inTransaction(() -> statuses.apply(List.of(
                new StatusUpdate(id(message), "wamid." + id(message), MessageState.READ, Instant.now(), null))));

        api.perform(get("/api/messages/" + id(message)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id(message).toString()))
                .andExpect(jsonPath("$.flow").value("order-shipped"))
                .andExpect(jsonPath("$.purpose").value("resent"))
                .andExpect(jsonPath("$.state").value("READ"))
                .andExpect(jsonPath("$.history[*].state").value(contains("QUEUED", "SENDING", "SENT", "READ")))
                .andExpect(jsonPath("$.history[0].at").exists())
                .andExpect(jsonPath("$.history[0].reason").value((Object) null))
                .andExpect(jsonPath("$.evidence[0].kind").value("message.queued"))
                .andExpect(jsonPath("$.evidence[0].consent").value("basis:contract"))
                .andExpect(jsonPath("$.evidence[2].wamid").value("wamid." + id(message)));
    }

    @Test
    void lookUpIsAuditedWithWhoDidIt() throws Exception {
        QueuedMessage message = letters.queued(letters.toSomebody());

        api.perform(get("/api/messages/" + id(message))).andExpect(status().isOk());

        assertThat(last(message)).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditKind.MESSAGE_LOOKED_UP);
            assertThat(entry.actor()).isEqualTo(ANYBODY.getName());
        });
    }

    @Test
    void unknownAndMalformedIdsAreNotFoundAlike() throws Exception {
        for (String id : List.of(MessageId.next().toString(), "1-1-1-1-1", "nonsense")) {
            api.perform(get("/api/messages/" + id))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.type").value("urn:sealpost:problem:not-found"));
        }
    }

    @Test
    void keyOfAnotherFlowDoesNotSeeIt() throws Exception {
        QueuedMessage message = letters.queued(letters.to(ana, TestPurposes.RESENT));
        as(new Caller(UUID.randomUUID(), Set.of(Scope.MESSAGES_READ), Set.of("another-flow")));

        api.perform(get("/api/messages/" + id(message))).andExpect(status().isNotFound());
        search("{\"phone\": \"+351912345678\"}")
                .andExpect(jsonPath("$.messages").value(hasSize(0)));
    }

    @Test
    void phoneFindsThePersonsMessagesNewestFirst() throws Exception {
        QueuedMessage first = letters.queued(letters.to(ana, TestPurposes.RESENT));
        QueuedMessage second = letters.queued(letters.to(ana, TestPurposes.RESENT));
        letters.queued(letters.toSomebody());

        search("{\"phone\": \"+351912345678\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.messages[*].id")
                        .value(contains(id(second).toString(), id(first).toString())));
    }

    @Test
    void phoneOfNobodyFindsNothing() throws Exception {
        search("{\"phone\": \"+351911111111\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.messages").value(hasSize(0)));
    }

    @Test
    void flowAndSourceIdFindTheMessageOfThatEvent() throws Exception {
        QueuedMessage message =
                letters.queued(letters.withSource(indexer.index(EventReader.domain("order-shipped"), "A-1001")));

        search("{\"flow\": \"order-shipped\", \"sourceId\": \"A-1001\"}")
                .andExpect(
                        jsonPath("$.messages[*].id").value(contains(id(message).toString())));
        search("{\"flow\": \"another-flow\", \"sourceId\": \"A-1001\"}")
                .andExpect(jsonPath("$.messages").value(hasSize(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"flow\": \"order-shipped\"}",
                "{\"sourceId\": \"A-1001\"}",
                "{\"phone\": \"+351912345678\", \"flow\": \"order-shipped\", \"sourceId\": \"A-1001\"}",
                "{\"phone\": \"not a number\"}"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String body) throws Exception {
        String answer = search(body)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).doesNotContain("A-1001", "not a number", "351912345678");
    }

    private ResultActions search(String body) throws Exception {
        return api.perform(post("/api/messages/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static void as(Caller caller) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, null));
    }

    private static final class OneNumber implements PhoneNumbers {

        @Override
        public Optional<PhoneNumber> parse(String text) {
            return text.startsWith("+351") ? Optional.of(new PhoneNumber(text)) : Optional.empty();
        }
    }

    private final class OnePerson implements Subjects {

        @Override
        public <R extends Recipient> Map<R, SubjectRef> resolve(Collection<R> recipients) {
            throw new UnsupportedOperationException("a search creates nobody");
        }

        @Override
        public Optional<SubjectRef> find(Recipient recipient) {
            return recipient.equals(Letters.ANA) ? Optional.of(ana) : Optional.empty();
        }
    }
}
