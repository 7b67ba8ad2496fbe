package dev.sealpost.bench;

/** The sample order of the guides, numbered and padded to about 620 bytes. */
final class Event {

    static final String LINK = "https://track.example/n/";
    private static final String NOTE = "Leave it with the neighbour if nobody is at home. ".repeat(6);

    private Event() {}

    static String phone(int person) {
        return "+49151%08d".formatted(20_000_000 + person);
    }

    static String json(int number, int person) {
        return """
                {"orderId":"N-%d","customer":{"name":"Ana Souza","phone":"%s","email":"ana@example.org",\
                "birthDate":"1990-02-03"},"carrier":"DHL","trackingUrl":"%s%d/%d",\
                "items":[{"sku":"S1","qty":2}],"note":"%s","total":59.90}"""
                .formatted(number, phone(person), LINK, number, Tally.micros(), NOTE);
    }
}
