package dev.sealpost.submission;

import dev.sealpost.access.Problem;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.intake.RawEvent;
import java.util.ArrayList;
import java.util.List;

/** Lines in a row that are accepted together: those for one flow, and those between them that cannot be read. */
final class Chunk {

    private static final int MOST_BYTES = 4 * 1_048_576;

    private final int number;
    private final Digest digest = new Digest();
    private final List<Integer> lines = new ArrayList<>();
    private final List<RawEvent> events = new ArrayList<>();
    private final List<ResultLine> unreadable = new ArrayList<>();
    private String flow;
    private int bytes;

    /** @param number of the part of the request */
    Chunk(int number) {
        this.number = number;
    }

    boolean takes(Submission next) {
        boolean fits = events.size() < EventEntrance.MOST && bytes < MOST_BYTES;
        return fits && (flow == null || flow.equals(next.flow()));
    }

    boolean isFullOfFaults() {
        return unreadable.size() >= EventEntrance.MOST;
    }

    void add(int line, Submission submission, RawEvent event) {
        flow = submission.flow();
        lines.add(line);
        events.add(event);
        bytes += submission.event().length;
        digest.add(submission.flow()).add(submission.event()).add(submission.signature());
    }

    void addFault(int line, Problem problem) {
        unreadable.add(ResultLine.of(line, problem));
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    Part part() {
        return new Part(number, flow, List.copyOf(events), digest.add("batch").value());
    }

    /** The part after this one. */
    Chunk next() {
        return new Chunk(hasEvents() ? number + 1 : number);
    }

    boolean isEmpty() {
        return events.isEmpty() && unreadable.isEmpty();
    }

    /** @param current the line that is being read, which may be the first */
    int firstLine(int current) {
        int firstEvent = lines.isEmpty() ? current : lines.get(0);
        return unreadable.isEmpty()
                ? firstEvent
                : Math.min(firstEvent, unreadable.get(0).line());
    }

    List<ResultLine> results(Submitted submitted) {
        List<ResultLine> results = new ArrayList<>(unreadable);
        for (int i = 0; i < lines.size(); i++) {
            results.add(
                    submitted instanceof Submitted.Done done
                            ? ResultLine.of(lines.get(i), done.answers().get(i))
                            : ResultLine.of(lines.get(i), ((Submitted.Refused) submitted).problem()));
        }
        results.sort(ResultLine.BY_LINE);
        return results;
    }
}
