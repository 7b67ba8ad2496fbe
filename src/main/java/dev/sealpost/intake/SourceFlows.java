package dev.sealpost.intake;

/** Tells a source which flow it feeds. */
public interface SourceFlows {

    /**
     * @param sourceRoute the id of the source kamelet's own route
     * @return the id of the flow
     * @throws IllegalStateException if no flow starts from it
     */
    String fedBy(String sourceRoute);
}
