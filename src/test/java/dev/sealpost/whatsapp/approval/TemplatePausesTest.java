package dev.sealpost.whatsapp.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.message.Reason;
import dev.sealpost.pause.ActivePauses;
import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("What the check of the templates finds")
class TemplatePausesTest {

    private final Kept kept = new Kept();
    private final TemplatePauses pauses = new TemplatePauses(kept, TransactionOperations.withoutTransaction());

    @Test
    void pausesATemplateThatEveryAccountWouldRefuse() {
        pauses.follow(report(List.of("1", "2"), finding("news", "1"), finding("news", "2"), finding("offer", "1")));

        assertThat(kept.active).singleElement().satisfies(pause -> {
            assertThat(pause.scope()).isEqualTo(PauseScope.TEMPLATE);
            assertThat(pause.key()).isEqualTo("news");
            assertThat(pause.reason()).isEqualTo(Reason.of("template-missing", "Meta has no template of this name"));
        });
    }

    @Test
    void liftsItWhenItIsMendedAndNothingThatSomebodyElsePaused() {
        pauses.follow(report(List.of("1"), finding("news", "1")));
        kept.begin(List.of(
                new NewPause(PauseScope.TEMPLATE, "offer", Reason.of("template-missing"), null, false, null, "key:1")));

        pauses.follow(report(List.of("1")));

        assertThat(kept.active).extracting(Pause::key).containsExactly("offer");
    }

    @Test
    void liftsNothingWhileAnAccountCannotBeAsked() {
        pauses.follow(report(List.of("1"), finding("news", "1")));

        pauses.follow(new TemplateReport(
                Instant.now(), List.of(), List.of(), List.of(new TemplateReport.Unchecked("account 1", "x"))));

        assertThat(kept.active).hasSize(1);
    }

    private static TemplateReport report(List<String> accounts, Finding... findings) {
        return new TemplateReport(Instant.now(), accounts, List.of(findings), List.of());
    }

    private static Finding finding(String template, String account) {
        return new Finding(
                "config/templates.yml",
                2,
                "template-missing",
                template,
                null,
                account,
                "Meta has no template of this name",
                "create it there",
                true);
    }

    /** In memory. */
    private static final class Kept implements Pauses {

        private final List<Pause> active = new ArrayList<>();

        @Override
        public ActivePauses recent() {
            return hold();
        }

        @Override
        public ActivePauses hold() {
            return new ActivePauses(active);
        }

        @Override
        public List<Pause> begin(Collection<NewPause> begun) {
            begun.forEach(pause -> active.add(new Pause(
                    UUID.randomUUID(),
                    pause.scope(),
                    pause.key(),
                    pause.reason(),
                    pause.code(),
                    pause.by(),
                    Instant.now(),
                    pause.until(),
                    null,
                    0)));
            return List.of();
        }

        @Override
        public List<Pause> lift(PauseScope scope, String key, Set<String> reasons, String by) {
            active.removeIf(pause -> pause.scope() == scope
                    && pause.key().equals(key)
                    && reasons.contains(pause.reason().word()));
            return List.of();
        }

        @Override
        public List<Pause> unreleased() {
            return List.of();
        }

        @Override
        public void released(Collection<Pause> released) {
            // nothing is held here
        }
    }
}
