package dev.sealpost.delivery;

import dev.sealpost.consent.Stop;
import dev.sealpost.consent.Stops;
import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the stops it is told. */
class TestStops implements Stops {

    private final List<Stop> stops = new CopyOnWriteArrayList<>();

    @Override
    public void record(List<Stop> said, String actor) {
        stops.addAll(said);
    }

    @Override
    public void share(SubjectRef one, SubjectRef other, String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Collection<String> marketingPurposes() {
        return List.of("offers", "news");
    }

    List<Stop> all() {
        return stops;
    }
}
