package dev.sealpost.sandbox.whatsapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code POST /_sandbox/inbound}: a person writes to one of the business's numbers, the first if none is named. */
final class InboundResource {
    private final InboundTexts texts;
    private final Notices notices;
    private final String firstSender;
    private final Map<String, Webhooks> senders;

    InboundResource(InboundTexts texts, Notices notices, String firstSender, Map<String, Webhooks> senders) {
        this.texts = texts;
        this.notices = notices;
        this.firstSender = firstSender;
        this.senders = senders;
    }

    private record Request(String from, String text, String phoneNumberId) {
        @Override
        public String toString() {
            return "Request[phoneNumberId=%s]".formatted(phoneNumberId);
        }
    }

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, Request.class, this::write);
    }

    private Reply.Answer write(Request request) {
        Optional<PhoneDigits> from = Optional.ofNullable(request.from()).flatMap(PhoneDigits::parse);
        String to = Optional.ofNullable(request.phoneNumberId()).orElse(firstSender);
        if (from.isEmpty() || request.text() == null || !senders.containsKey(to)) {
            return Problem.badRequest("Needed are from (a phone number of 6 to 15 digits) and text; phoneNumberId, if"
                            + " given, is one of " + senders.keySet())
                    .answer();
        }
        var text = new InboundText(Wamid.next(from.get()), from.get().digits(), to, request.text(), Instant.now());
        record(text);
        return Reply.Answer.json(200, Json.object().put("id", text.id()));
    }

    private void record(InboundText text) {
        try {
            notices.inbound(text, texts.add(text));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its record", e);
        }
    }
}
