package dev.sealpost.cli;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.springframework.test.annotation.DirtiesContext;

/** The commands that talk to a hub, each in a file of its own, all with the same hub, which ends with this class. */
@DirtiesContext
@DisplayName("With a hub, the command")
class CommandsTest extends HubCommands {

    @AfterAll
    static void close() throws Exception {
        INSTALLATION.close();
    }

    @Nested
    @DisplayName("access")
    class Access extends AccessCommands {}

    @Nested
    @DisplayName("access revoke")
    class Revoke extends RevokeCommands {}

    @Nested
    @DisplayName("consent")
    class Consent extends ConsentCommands {}

    @Nested
    @DisplayName("consent import")
    class Import extends ImportCommands {}

    @Nested
    @DisplayName("consent import of many")
    class ImportRun extends ImportRunCommands {}

    @Nested
    @DisplayName("audit search")
    class Audit extends AuditCommands {}

    @Nested
    @DisplayName("consent receipt")
    class Receipt extends ReceiptCommands {}

    @Nested
    @DisplayName("audit export")
    class Export extends ExportCommands {}

    @Nested
    @DisplayName("pauses")
    class Pauses extends PauseCommands {}

    @Nested
    @DisplayName("deadletters")
    class DeadLetters extends DeadLetterCommands {}

    @Nested
    @DisplayName("deadletters retry")
    class Retry extends RetryCommands {}

    @Nested
    @DisplayName("deadletters retry of a message")
    class RetryMessage extends RetryMessageCommands {}

    @Nested
    @DisplayName("senders")
    class Senders extends SenderCommands {}

    @Nested
    @DisplayName("templates")
    class Templates extends TemplateCommands {}

    @Nested
    @DisplayName("line")
    class Line extends HubAddressing {}
}
