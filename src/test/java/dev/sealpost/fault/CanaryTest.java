package dev.sealpost.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnCrm;
import dev.sealpost.testing.OwnMailbox;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.test.spring.junit5.DisableJmx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Fault 19: canaries in every field of events that go every way, and then nowhere but in the message itself. */
@HubTest
@DisableJmx(false)
@Tag("fault")
@DisplayName("Personal data")
class CanaryTest {

    private static final String FLOW = "order-shipped";
    private static final String INJECTION = "\\r\\n2026-01-01 ERROR forged line \\u001b[31m";
    private static final Set<String> CANARIES = Set.of(
            "Kanarienvogel",
            "canary@",
            "912777",
            "1911-11-11",
            "Zwitscher",
            "kanari-order",
            "kanari-field",
            "forged line");
    private static final OwnMailbox MAILBOX = OwnMailbox.start("canary");
    private static final Installation SHOP = Installation.of("canary")
            .with("sealpost.delivery.max-attempts", "2")
            .withMailbox(MAILBOX);
    private static final OwnCrm CRM = OwnCrm.start(SHOP.directory().resolve("crm"), 0);

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PrometheusMeterRegistry metrics;

    private HubClient hub;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        SHOP.withCrm(CRM).register(registry);
    }

    @BeforeAll
    static void listen() {
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
    }

    @AfterAll
    static void close() throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        SHOP.close();
        MAILBOX.close();
        CRM.close();
    }

    @BeforeEach
    void everyWayAnEventCanGo() {
        hub = SHOP.hubAt(port);
        hub.grant("+351912777001", "order-updates");
        hub.grant("+351912777000", "order-updates");
        SHOP.phone().order("{\"kind\":\"error\",\"code\":131026,\"count\":1}");
        SHOP.drop(
                event("kanari-order-1", "+351912777000", "https://track.example/kanari-field"),
                event("kanari-order-2", "+351912777001", "https://track.example/kanari-field"),
                event("kanari-order-3", "+351912777002", "https://track.example/kanari-field"),
                event("kanari-order-4", "912777", "https://track.example/kanari-field"),
                event("kanari-order-1", "+351912777001", "https://track.example/kanari-field"),
                "{\"Kanarienvogel\":\"" + INJECTION,
                "{\"orderId\":\"kanari-order-5\",\"customer\":{\"phone\":\"+351912777001\",\"name\":[\"Kanarienvogel\"]}}");
        mails();
        List<String> contacts = contacts();
        hub.call("POST", "/api/consents/search", "{\"phone\":\"+351912777001\",\"x\":\"Kanarienvogel\"}");
        hub.call("PUT", "/api/consents", "{\"phone\":\"Kanarienvogel\"");
        hub.call("GET", "/api/messages/Kanarienvogel", "");
        hub.call("POST", "/webhooks/whatsapp", "{\"from\":\"351912777001\",\"text\":\"Kanarienvogel\"}");
        SHOP.phone().personWrites("351912777001", "Kanarienvogel " + "Zwitscher");
        hub.awaitState(FLOW, "kanari-order-1", "FAILED", "READ");
        hub.awaitState(FLOW, "kanari-order-2", "FAILED", "READ");
        hub.awaitState(FLOW, "kanari-order-3", "REFUSED");
        hub.awaitState(FLOW, "kanari-order-5", "REFUSED");
        hub.awaitState("appointment-reminder", "kanari-order-6", "FAILED", "READ");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> MAILBOX.count("Refused") >= 4);
        hub.awaitState("crm-opt-in", contacts.get(0), "RECORDED");
        hub.awaitState("crm-opt-in", contacts.get(1), "REFUSED");
    }

    /** One that is recorded, one that is refused, one that is set aside, and pages that cannot be read. */
    private static List<String> contacts() {
        String fields = "{\"name\":\"Kanarienvogel %s\",\"email\":\"canary@example.org\",\"note\":\"Zwitscher\","
                        .formatted(INJECTION)
                + "\"whatsappOptIn\":true,\"phone\":\"%s\"}";
        for (String fault : new String[] {"half-body", "no-list", "same-page"}) {
            CRM.order("{\"kind\":\"%s\",\"count\":1}".formatted(fault));
        }
        CRM.add("{\"id\":\"kanari-field-1\"," + fields.formatted("912777").substring(1));
        return List.of(
                OwnCrm.changeOf(CRM.put("kanari-order-8", fields.formatted("+351912777008"))),
                OwnCrm.changeOf(CRM.put("kanari-order-9", fields.formatted("912777"))));
    }

    /** One that goes through, and others that are refused on each way. */
    private static void mails() {
        String lines = "phone: +351912777003\nname: Kanarienvogel\nnote: Zwitscher\n";
        MAILBOX.send(OwnMailbox.mail("appointment-reminder", "appointmentId: kanari-order-6\n" + lines));
        MAILBOX.send(OwnMailbox.mail("appointment-reminder", "Kanarienvogel " + INJECTION));
        MAILBOX.send(OwnMailbox.mail("Kanarienvogel", "appointmentId: kanari-order-7\n" + lines));
        MAILBOX.send(OwnMailbox.mail("appointment-reminder", lines + "phone: 912777\n"));
        MAILBOX.sendFrom(
                "canary@example.org",
                ("From: Kanarienvogel <canary@example.org>\r\nSubject: Zwitscher\r\n\r\n" + lines)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isInNoLogMetricManagedBeanAuditEntryOrDeadLetter() throws Exception {
        assertThat(canariesIn(LOG.list.stream().map(CanaryTest::printed)))
                .describedAs("log")
                .isEmpty();
        assertThat(canariesIn(Stream.of(metrics.scrape())))
                .describedAs("metrics")
                .isEmpty();
        assertThat(canariesIn(managedBeans())).describedAs("JMX").isEmpty();
        Awaitility.await()
                .until(() -> database.queryForObject("SELECT count(*) FROM audit_pending", Integer.class) == 0);
        assertThat(canariesIn(everyColumnOfEveryTable().stream()))
                .describedAs("database")
                .isEmpty();
    }

    private static String event(String id, String phone, String link) {
        return """
                {"orderId":"%s%s","customer":{"name":"Kanarienvogel%s","phone":"%s","email":"canary@example.org",\
                "birthDate":"1911-11-11"},"trackingUrl":"%s","note":"Zwitscher","kanari-field":"${sys.user.name}"}"""
                .formatted(id, "", INJECTION, phone, link);
    }

    private static String printed(ILoggingEvent event) {
        return event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    private static List<String> canariesIn(Stream<String> texts) {
        return texts.flatMap(text -> CANARIES.stream().filter(text::contains).map(found -> found + " in " + text))
                .toList();
    }

    private static Stream<String> managedBeans() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> values = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                values.add(name + "." + attribute.getName() + "=" + read(server, name, attribute));
            }
        }
        assertThat(values).hasSizeGreaterThan(100);
        return values.stream();
    }

    private static Object read(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return attribute.isReadable() ? server.getAttribute(name, attribute.getName()) : "";
        } catch (Exception unreadable) {
            return unreadable.toString();
        }
    }

    /** Bytes are read as Latin-1, so that clear text inside of them would show. */
    private List<String> everyColumnOfEveryTable() {
        List<String> tables = database.queryForList(
                "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('public', 'keys')",
                String.class);
        assertThat(tables).contains("public.message", "public.audit_entry", "public.consent_event", "keys.subject_key");
        return tables.stream()
                .flatMap(table -> database.queryForList("SELECT * FROM " + table).stream()
                        .flatMap(row -> row.values().stream())
                        .map(value -> table + ": "
                                + (value instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : value)))
                .collect(Collectors.toList());
    }
}
