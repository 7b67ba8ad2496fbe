package dev.sealpost.bench;

import java.net.URI;
import java.nio.file.Path;

/** Something that reads a topic and sends what it finds to the stub. */
interface Contender {

    String name();

    /** What it does not do, so that figures are read for what they are. */
    String leavesOut();

    /** Once, before the first round. */
    void prepare();

    ChildJvm start(Job job);

    /** Whether everything that was sent is settled in its own tables too. */
    boolean settled(Job job);

    /** What became of the messages, in its own words. */
    String outcomes(Job job);

    /** The database it writes to in this job; null if none. */
    String database(Job job);

    /**
     * One drain.
     *
     * @param name names its directory, consumer group and database
     */
    record Job(String name, Path directory, Topic topic, URI stub) {}
}
