package dev.sealpost.bench;

/** The two endpoints of the hand-written routes. */
record KafkaToHttp(String kafka, String http) {

    /** @param arguments brokers, topic, consumer group, address of the stub */
    static KafkaToHttp of(String... arguments) {
        return new KafkaToHttp(
                "kafka:%s?brokers=%s&groupId=%s&autoOffsetReset=earliest&consumersCount=4&maxPollRecords=500"
                        .formatted(arguments[1], arguments[0], arguments[2]),
                "%s/v23.0/100000000000001/messages?httpMethod=POST&maxTotalConnections=400&connectionsPerRoute=400"
                        .formatted(arguments[3]));
    }
}
