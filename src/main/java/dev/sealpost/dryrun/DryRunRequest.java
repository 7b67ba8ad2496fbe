package dev.sealpost.dryrun;

import java.nio.file.Path;

/**
 * What is run.
 *
 * @param routes the routes directory
 * @param config the configuration directory
 * @param flow the id of the flow
 * @param event the sample, as its source would deliver it to the flow
 * @param windowOpen as if the person had written in the last 24 hours
 */
public record DryRunRequest(
        Path routes, Path config, String flow, byte[] event, SampleConsent consent, boolean windowOpen) {

    @Override
    public String toString() {
        return "DryRunRequest[" + flow + ", " + event.length + " bytes]";
    }
}
