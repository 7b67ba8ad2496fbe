package dev.sealpost.pause;

import java.util.List;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;

/** What is paused, for the console (Hawtio) and other JMX clients, to look at; lifting is the API's, which knows who does it. */
@Component
@ManagedResource(objectName = "dev.sealpost:type=Pauses", description = "What is paused, and what to do about it")
public class PauseConsole {

    private final Pauses pauses;
    private final PauseGuide guide;

    PauseConsole(Pauses pauses, PauseGuide guide) {
        this.pauses = pauses;
        this.guide = guide;
    }

    @ManagedAttribute(description = "How many pauses there are")
    public int getCount() {
        return pauses.recent().all().size();
    }

    @ManagedAttribute(description = "One line each: what, since when, why, what to do")
    public List<String> getPauses() {
        return pauses.recent().all().stream()
                .map(pause -> "%s %s since %s: %s. %s"
                        .formatted(pause.scope(), pause.key(), pause.since(), pause.reason(), guide.whatToDo(pause)))
                .toList();
    }
}
