package dev.sealpost.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.WebApplicationContext;

class AccessLimitsTest {
    private final TickingClock clock = new TickingClock();

    @Nested
    class AKeyThatWasLookedUp {
        private final ApiKeyStore store = mock(ApiKeyStore.class);
        private final ApiKeys keys = new ApiKeys(store, Duration.ofSeconds(3), clock);
        private final Caller caller = new Caller(UUID.randomUUID(), Set.of(Scope.AUDIT_READ), Set.of());

        @Test
        void isNotLookedUpAgainForAWhile() {
            when(store.find(any())).thenReturn(Optional.of(key("sp_a", false)));
            assertThat(keys.callerOf("sp_a")).contains(caller);
            clock.move(Duration.ofMillis(2_999));
            assertThat(keys.callerOf("sp_a")).contains(caller);
            verify(store, times(1)).find(any());
        }

        @Test
        void isRefusedThreeSecondsAfterItsRevocationAtTheLatest() {
            when(store.find(any())).thenReturn(Optional.of(key("sp_a", false)), Optional.of(key("sp_a", true)));
            assertThat(keys.callerOf("sp_a")).isPresent();
            clock.move(Duration.ofSeconds(3));
            assertThat(keys.callerOf("sp_a")).isEmpty();
        }

        @Test
        void isNotBelievedForLongerWhenTheClockIsSetBack() {
            when(store.find(any())).thenReturn(Optional.of(key("sp_a", false)), Optional.of(key("sp_a", true)));
            assertThat(keys.callerOf("sp_a")).isPresent();
            clock.move(Duration.ofHours(-1));
            assertThat(keys.callerOf("sp_a")).isEmpty();
        }

        @Test
        void doesNotOpenForAnotherKeyOfTheSameRow() {
            when(store.find(any())).thenReturn(Optional.of(key("sp_a", false)));
            assertThat(keys.callerOf("sp_b")).isEmpty();
        }

        private ApiKey key(String key, boolean revoked) {
            return new ApiKey(KeyHash.of(key), caller, null, revoked ? clock.instant() : null);
        }
    }

    @Nested
    class WrongCredentials {
        private final FailureThrottle throttle = new FailureThrottle(60, clock);

        @Test
        void areAnsweredToWaitWhenASourceSendsTooMany() {
            fail(60);
            assertThat(throttle.failed("10.0.0.1")).isPresent();
            assertThat(throttle.exhausted("10.0.0.1")).isPresent();
            assertThat(throttle.failed("10.0.0.2")).as("another source").isEmpty();
        }

        @Test
        void areAnsweredAgainAfterAWhile() {
            fail(100);
            clock.move(Duration.ofSeconds(2));
            assertThat(throttle.failed("10.0.0.1")).isEmpty();
            assertThat(throttle.failed("10.0.0.1")).isEmpty();
            assertThat(throttle.failed("10.0.0.1")).isPresent();
        }

        private void fail(int times) {
            for (int i = 0; i < times; i++) {
                throttle.failed("10.0.0.1");
            }
        }
    }

    @Nested
    class ARequestWithAKey {
        private final ApiKeys keys = mock(ApiKeys.class);
        private final FailureThrottle throttle = new FailureThrottle(1, clock);
        private final ProblemWriter writer = new ProblemWriter(new ObjectMapper());
        private final Denials denials = new Denials(throttle, mock(DeniedAccess.class), writer);
        private final BearerFilter filter = new BearerFilter(keys, denials);
        private final MockFilterChain chain = new MockFilterChain();

        @Test
        void isToldToWaitAfterTooManyWrongOnes() throws Exception {
            assertThat(answer().getStatus()).isEqualTo(401);
            MockHttpServletResponse throttled = answer();
            assertThat(throttled.getStatus()).isEqualTo(429);
            assertThat(throttled.getHeader("Retry-After")).isNotNull();
        }

        @Test
        void usesUpNothingOfTheManagementPortsLogin() throws Exception {
            answer();
            assertThat(answer().getStatus()).isEqualTo(429);
            var login = new MockHttpServletRequest(managementPort(), "GET", "/actuator/hawtio");
            login.addHeader("Authorization", "Basic Og==");
            new GuessingBrake(throttle, denials).doFilter(login, new MockHttpServletResponse(), chain);
            assertThat(chain.getRequest()).as("what came through").isSameAs(login);
        }

        private ServletContext managementPort() {
            var context = mock(ServletWebServerApplicationContext.class);
            when(context.getServerNamespace()).thenReturn("management");
            var servlets = new MockServletContext();
            servlets.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
            return servlets;
        }

        @Test
        void isNotLetInWhileKeysCannotBeLookedUp() throws Exception {
            when(keys.callerOf(any())).thenThrow(new QueryTimeoutException("down"));
            assertThat(answer().getStatus()).isEqualTo(503);
            assertThat(chain.getRequest()).as("what came through").isNull();
        }

        private MockHttpServletResponse answer() throws Exception {
            var request = new MockHttpServletRequest("GET", "/api/messages/1");
            request.addHeader("Authorization", "Bearer sp_x");
            var response = new MockHttpServletResponse();
            filter.doFilter(request, response, chain);
            return response;
        }
    }

    @Nested
    class AFloodOfDeniedRequests {
        private final List<AuditRecord> entries = new ArrayList<>();
        private final DeniedAccess denied =
                new DeniedAccess(entries::addAll, TransactionOperations.withoutTransaction());

        @Test
        void ofOneSourceIsAFewEntriesAndOneThatCountsTheRest() {
            flood("10.0.0.1", 100_000);
            denied.flush();
            assertThat(entries).hasSize(DeniedAccess.MOST_OF_A_SOURCE + 1);
            assertThat(counted()).isEqualTo(100_000);
        }

        @Test
        void ofManySourcesIsBoundedToo() {
            for (int i = 0; i < 10_000; i++) {
                flood("source-" + i, 1);
            }
            denied.flush();
            assertThat(entries).hasSize(DeniedAccess.MOST + 1);
            assertThat(counted()).isEqualTo(10_000);
        }

        @Test
        void isCountedLaterWhenTheLedgerCannotAppend() {
            TransactionOperations broken = mock(TransactionOperations.class);
            var audited = new DeniedAccess(entries::addAll, broken);
            doThrow(new CannotCreateTransactionException("down"))
                    .doAnswer(call -> {
                        call.<Consumer<Object>>getArgument(0).accept(null);
                        return null;
                    })
                    .when(broken)
                    .executeWithoutResult(any());
            audited.record("10.0.0.1", "anonymous", Reason.of("unauthenticated"), "GET", "other");
            audited.flush();
            assertThat(entries).isEmpty();
            audited.flush();
            assertThat(counted()).isEqualTo(1);
        }

        private void flood(String source, int times) {
            for (int i = 0; i < times; i++) {
                denied.record(source, "anonymous", Reason.of("unauthenticated"), "GET", "other");
            }
        }

        private long counted() {
            return entries.stream()
                    .mapToLong(entry -> Long.parseLong(entry.evidence().getOrDefault("count", "1")))
                    .sum();
        }
    }
}
