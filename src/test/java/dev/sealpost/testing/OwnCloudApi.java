package dev.sealpost.testing;

import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.whatsapp.CloudApi;
import dev.sealpost.sandbox.whatsapp.CloudApiSettings;
import dev.sealpost.sandbox.whatsapp.StatusDelays;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A WhatsApp sandbox of a test's own, whose faults and webhooks trouble no other test; started in about 20 ms. */
public final class OwnCloudApi implements AutoCloseable {
    private final CloudApi api;

    private OwnCloudApi(CloudApi api) {
        this.api = api;
    }

    /**
     * With the designed account (see {@link CloudApiClient}) and no webhook until
     * {@link CloudApiClient#sendWebhooksTo} names one.
     */
    public static OwnCloudApi start(Path directory) throws IOException {
        return start(directory, 0, Optional.empty());
    }

    /** On a port that it had before (0: any), with webhooks from the start. */
    public static OwnCloudApi start(Path directory, int port, Optional<URI> webhook) throws IOException {
        List<Sender> senders = CloudApiClient.PHONE_NUMBER_IDS.stream()
                .map(id -> new Sender(id, CloudApiClient.TOKEN, CloudApiClient.APP_SECRET, webhook))
                .toList();
        return new OwnCloudApi(CloudApi.start(new CloudApiSettings(
                directory,
                new LoopbackPort("the test's Cloud API port", port),
                "test",
                senders,
                StatusDelays.PLAUSIBLE)));
    }

    public CloudApiClient client() {
        return new CloudApiClient(api.uri());
    }

    public URI uri() {
        return api.uri();
    }

    @Override
    public void close() throws IOException {
        api.close();
    }
}
