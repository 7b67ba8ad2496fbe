package dev.sealpost.crm;

import dev.sealpost.intake.EventBatch;
import dev.sealpost.intake.RawEvent;
import java.util.List;

/** The changes of a page and the cursor after it, committed together. */
record PageBatch(Cursors cursors, Feed feed, List<Change> changes, Cursor after) implements EventBatch {

    @Override
    public List<RawEvent> events() {
        return changes.stream().map(Change::event).toList();
    }

    @Override
    public void commit() {
        cursors.advance(feed, after);
    }

    @Override
    public String toString() {
        return "PageBatch[" + changes.size() + "]";
    }
}
