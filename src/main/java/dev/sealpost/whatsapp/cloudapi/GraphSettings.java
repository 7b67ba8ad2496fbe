package dev.sealpost.whatsapp.cloudapi;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where the Graph API is and how long it may take.
 *
 * @param baseUri without path
 * @param requestTimeout of calls without files; for all, how long nothing at all may come or go
 * @param mediaTimeout of calls with files, as a whole
 * @param mediaHosts where files may be downloaded from beside baseUri, by https only
 */
public record GraphSettings(
        URI baseUri,
        String graphVersion,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration mediaTimeout,
        Set<String> mediaHosts) {}
