package dev.sealpost.consent;

import dev.sealpost.access.StrictBodies;
import dev.sealpost.access.StrictBodies.Body;
import dev.sealpost.consent.ImportAnswer.Refused;
import dev.sealpost.consent.Reading.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Records many statements at once, each as if it had come alone: what is wrong with one does not keep the others out. They are
 * committed together.
 */
@Component
class ConsentImport {
    private final StrictBodies.Reader<ConsentBodies.Put> bodies;
    private final ConsentReading reading;
    private final ConsentRecorder recorder;

    ConsentImport(StrictBodies bodies, ConsentReading reading, ConsentRecorder recorder) {
        this.bodies = bodies.of(ConsentBodies.Put.class);
        this.reading = reading;
        this.recorder = recorder;
    }

    ImportAnswer record(List<byte[]> lines, String actor) {
        List<Refused> refused = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            Reading read = read(lines.get(line - 1));
            if (read instanceof Said statement) {
                said.add(statement);
                places.add(line);
            } else {
                refused.add(new Refused(line, ((Reading.Refused) read).problem()));
            }
        }
        return said.isEmpty() ? new ImportAnswer(0, 0, refused) : record(said, places, refused, actor);
    }

    private Reading read(byte[] line) {
        Body<ConsentBodies.Put> body = bodies.read(line);
        return body.problem() == null ? reading.statement(body.value()) : new Reading.Refused(body.problem());
    }

    private ImportAnswer record(List<Said> said, List<Integer> places, List<Refused> refused, String actor) {
        List<RecordingOutcome> outcomes = recorder.record(said, actor);
        for (int i = 0; i < outcomes.size(); i++) {
            int line = places.get(i);
            ConsentAnswers.problem(outcomes.get(i)).ifPresent(why -> refused.add(new Refused(line, why)));
        }
        refused.sort(Comparator.comparingInt(Refused::line));
        return new ImportAnswer(
                count(outcomes, RecordingOutcome.Recorded.class),
                count(outcomes, RecordingOutcome.Known.class),
                refused);
    }

    private static int count(List<RecordingOutcome> outcomes, Class<? extends RecordingOutcome> kind) {
        return (int) outcomes.stream().filter(kind::isInstance).count();
    }
}
