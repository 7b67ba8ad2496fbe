package dev.sealpost.sandbox.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody at the shop who edits a contact in the CRM. */
record Crm(URI base) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CONTACT = "/_sandbox/contacts/c-1001";

    /** Returns when the CRM has it. The hub is not told: it asks. */
    void edit(String fields) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(CONTACT))
                .PUT(BodyPublishers.ofString(fields))
                .build();
        int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("The CRM answered " + status);
        }
    }
}
