package dev.sealpost.bench;

import java.util.List;

/** Camel as most would write it first. */
final class PlainContender implements Contender {

    private final Servers servers;
    private final Arguments arguments;

    PlainContender(Servers servers, Arguments arguments) {
        this.servers = servers;
        this.arguments = arguments;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String leavesOut() {
        return "no consent, no encryption, no record, offsets committed by the client's timer: what is in flight at a crash is lost";
    }

    @Override
    public void prepare() {
        // It needs nothing.
    }

    @Override
    public ChildJvm start(Job job) {
        return ChildJvm.start(
                job.directory(),
                "plain",
                arguments.jvmOptions(),
                PlainRoute.class,
                List.of(servers.brokers(), job.topic().name(), job.name(), job.stub().toString()));
    }

    @Override
    public boolean settled(Job job) {
        return true;
    }

    @Override
    public String outcomes(Job job) {
        return "it keeps none";
    }

    @Override
    public String database(Job job) {
        return null;
    }
}
