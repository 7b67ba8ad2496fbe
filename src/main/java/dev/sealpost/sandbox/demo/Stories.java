package dev.sealpost.sandbox.demo;

import dev.sealpost.sandbox.demo.Story.Ending;
import dev.sealpost.sandbox.demo.Story.Preparation;
import dev.sealpost.sandbox.demo.Story.Sender;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the demo shop and the clinic do: the good case, and each way in which the hub says no. All people are made up. */
final class Stories {
    static final String ANA = "+351912345678";

    private static final String BRUNO = "+351912345679";
    private static final String CARLA = "+351912345680";
    private static final String EVA = "+351913131026";
    private static final String FABIO = "+351912345681";
    private static final Preparation NOTHING = hub -> {};

    private Stories() {}

    static List<Story> all() {
        return List.of(
                order("Ana agreed to order updates, and her order ships", "A-1001", "Ana Souza", ANA, granted(ANA)),
                again("The shop sends the same event again", "A-1001", "Ana Souza", ANA),
                order("Bruno never agreed", "A-1002", "Bruno Costa", BRUNO, NOTHING),
                order("Carla agreed, and then changed her mind", "A-1003", "Carla Dias", CARLA, withdrawn(CARLA)),
                order("A number that nobody can have", "A-1004", "Davi Reis", "+351 12", NOTHING),
                order("Eva agreed, but her number is not on WhatsApp", "A-1005", "Eva Lima", EVA, granted(EVA)),
                broken("Something that is not JSON"),
                mail(
                        "Ana's clinic sends a mail about her appointment: health data, so she is only told that there is news"),
                optIn("Fabio ticked WhatsApp in the CRM, so he is to be asked", "Fabio Nunes", FABIO));
    }

    private static Story order(String title, String id, String name, String phone, Preparation preparation) {
        return new Story(
                title,
                Optional.of(phone),
                preparation,
                Sender.SHOP,
                event(id, name, phone),
                new Ending.Message("order-shipped", id));
    }

    private static Story again(String title, String id, String name, String phone) {
        return new Story(
                title,
                Optional.of(phone),
                NOTHING,
                Sender.SHOP,
                event(id, name, phone),
                new Ending.Entry("message.duplicate"));
    }

    private static Story broken(String title) {
        return new Story(
                title,
                Optional.empty(),
                NOTHING,
                Sender.SHOP,
                "order A-1006 shipped!",
                new Ending.Entry("message.dead-letter"));
    }

    private static Story mail(String title) {
        String text =
                """
                appointmentId: 77
                phone: +351 912 345 678
                date: 2026-12-01
                time: 09:30
                doctor: Dr. Rui Matos
                reason: Follow-up of the blood test
                """;
        Ending ending = new Ending.Message("appointment-reminder", "77");
        return new Story(title, Optional.of(ANA), NOTHING, Sender.CLINIC, text, ending);
    }

    private static Story optIn(String title, String name, String phone) {
        String contact = "{\"name\":\"%s\",\"phone\":\"%s\",\"whatsappOptIn\":true}".formatted(name, phone);
        return new Story(
                title, Optional.of(phone), NOTHING, Sender.CRM, contact, new Ending.Entry("consent.requested"));
    }

    private static Preparation granted(String phone) {
        return hub -> hub.grant(phone);
    }

    private static Preparation withdrawn(String phone) {
        return hub -> {
            hub.grant(phone);
            hub.withdraw(phone);
        };
    }

    private static String event(String id, String name, String phone) {
        return """
                {"orderId":"%s","customer":{"name":"%s","phone":"%s","email":"%s@example.org","birthDate":"1990-02-03"},\
                "carrier":"DHL","trackingUrl":"https://track.example/%s","items":[{"sku":"S1","qty":2}],"total":59.90}"""
                .formatted(id, name, phone, firstName(name).toLowerCase(Locale.ROOT), id);
    }

    private static String firstName(String name) {
        return name.substring(0, name.indexOf(' '));
    }
}
