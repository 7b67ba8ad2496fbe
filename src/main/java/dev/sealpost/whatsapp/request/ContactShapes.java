package dev.sealpost.whatsapp.request;

/** Address cards. */
final class ContactShapes {

    private static final int MOST = 257;
    private static final Shape TEXT = TextShape.of(1024);

    private ContactShapes() {}

    static Shape contacts() {
        return new ListShape(
                GroupShape.empty()
                        .required("name", name())
                        .optional("phones", many(group("phone", "wa_id", "type")))
                        .optional("emails", many(group("email", "type")))
                        .optional("urls", many(group("url", "type")))
                        .optional(
                                "addresses",
                                many(group("street", "city", "state", "zip", "country", "country_code", "type")))
                        .optional("org", group("company", "department", "title"))
                        .optional("birthday", TextShape.of("2012-08-18".length())),
                MOST);
    }

    private static GroupShape name() {
        return group("first_name", "middle_name", "last_name", "prefix", "suffix")
                .required("formatted_name", TEXT);
    }

    private static GroupShape group(String... keys) {
        GroupShape group = GroupShape.empty();
        for (String key : keys) {
            group = group.optional(key, TEXT);
        }
        return group;
    }

    private static Shape many(Shape item) {
        return new ListShape(item, MOST);
    }
}
