package dev.sealpost.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.pacing.MarketingPace;
import dev.sealpost.pacing.NumberPace;
import dev.sealpost.pacing.PeoplePace;
import dev.sealpost.window.Chat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The channel said that it was too much: for a number, for a person, or of marketing. */
@Component
class SlowedPace implements ConsequenceHandler {

    private final NumberPace numbers;
    private final PeoplePace people;
    private final MarketingPace marketing;

    SlowedPace(NumberPace numbers, PeoplePace people, MarketingPace marketing) {
        this.numbers = numbers;
        this.people = people;
        this.marketing = marketing;
    }

    @Override
    public void apply(List<Consequence> consequences) {
        slow(occasions(consequences, Consequence.SlowSender.class));
        people.delay(occasions(consequences, Consequence.DelayPerson.class).stream()
                .map(occasion -> new Chat(occasion.sender(), occasion.subject()))
                .toList());
        marketing.hadEnough(people(occasions(consequences, Consequence.RestMarketing.class)));
    }

    private void slow(List<Occasion> occasions) {
        Map<Reason, Set<String>> senders =
                occasions.stream().collect(groupingBy(Occasion::reason, mapping(Occasion::sender, toSet())));
        senders.forEach((reason, names) -> numbers.slow(names, reason));
    }

    private static Set<SubjectRef> people(List<Occasion> occasions) {
        return occasions.stream().map(Occasion::subject).collect(toSet());
    }

    private static List<Occasion> occasions(List<Consequence> consequences, Class<? extends Consequence> kind) {
        return consequences.stream()
                .filter(kind::isInstance)
                .map(Consequence::occasion)
                .toList();
    }
}
