package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link Stops} as statements like any other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChannelStops implements Stops {

    private static final String SHARED = "identity";

    private final ConsentRecorder recorder;
    private final Consents consents;
    private final Purposes purposes;

    ChannelStops(ConsentRecorder recorder, Consents consents, Purposes purposes) {
        this.recorder = recorder;
        this.consents = consents;
        this.purposes = purposes;
    }

    @Override
    public void record(List<Stop> stops, String actor) {
        if (!stops.isEmpty()) {
            recorder.recordAbout(
                    stops.stream()
                            .map(stop -> new ConsentRecorder.About(stop.subject(), stop.statement()))
                            .toList(),
                    actor);
        }
    }

    @Override
    public void share(SubjectRef one, SubjectRef other, String actor) {
        ConsentSnapshot before = consents.current(Set.of(one, other));
        List<Stop> shared = new ArrayList<>(stopsOf(one, other, before));
        shared.addAll(stopsOf(other, one, before));
        record(shared, actor);
    }

    private static List<Stop> stopsOf(SubjectRef from, SubjectRef to, ConsentSnapshot before) {
        return before.states().getOrDefault(from, Map.of()).values().stream()
                .filter(state -> state.status().isStop())
                .map(state -> new Stop(to, state.purpose(), SHARED, state.at(), "consent:" + state.eventId()))
                .toList();
    }

    @Override
    public Collection<String> marketingPurposes() {
        return purposes.byId().values().stream()
                .filter(purpose -> purpose.category() == TemplateCategory.MARKETING)
                .map(Purpose::id)
                .toList();
    }
}
