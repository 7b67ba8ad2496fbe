package dev.sealpost.whatsapp.request;

import java.util.Map;

/**
 * Messages that a person answers with a tap.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#interactive-object">Interactive object</a>
 */
final class InteractiveShapes {

    private static final int BODY = 1024;
    private static final int LONG_BODY = 4096;
    private static final int HEADER = 60;
    private static final int LABEL = 20;
    private static final int BUTTON_ID = 256;

    private InteractiveShapes() {}

    static Shape interactive() {
        return new ChoiceShape(
                "type",
                Map.of(
                        "button", of("button", BODY, anyHeader(), buttons()),
                        "list", of("list", LONG_BODY, textHeader(), ListMessageShape.action()),
                        "cta_url", of("cta_url", BODY, anyHeader(), link()),
                        "location_request_message",
                                of("location_request_message", BODY, textHeader(), named("send_location")),
                        "flow", of("flow", BODY, anyHeader(), FlowShape.action()),
                        "catalog_message", of("catalog_message", BODY, textHeader(), ProductShapes.catalogue()),
                        "product", withoutBody("product", ProductShapes.product()),
                        "product_list",
                                of("product_list", BODY, textHeader(), ProductShapes.products())
                                        .required("header", textHeader())));
    }

    private static GroupShape of(String type, int longest, Shape header, Shape action) {
        return GroupShape.empty()
                .fixed("type", type)
                .optional("header", header)
                .required("body", text(longest))
                .optional("footer", text(HEADER))
                .required("action", action);
    }

    private static GroupShape withoutBody(String type, Shape action) {
        return GroupShape.empty()
                .fixed("type", type)
                .optional("body", text(BODY))
                .optional("footer", text(HEADER))
                .required("action", action);
    }

    private static GroupShape text(int most) {
        return GroupShape.empty().required("text", TextShape.of(most));
    }

    private static GroupShape textHeader() {
        return text(HEADER).fixed("type", "text");
    }

    private static Shape anyHeader() {
        return new ChoiceShape(
                "type",
                Map.of(
                        "text", textHeader(),
                        "image", mediaHeader("image", MediaShapes.image()),
                        "video", mediaHeader("video", MediaShapes.video()),
                        "document", mediaHeader("document", MediaShapes.headerDocument())));
    }

    private static GroupShape mediaHeader(String type, Shape media) {
        return GroupShape.empty().fixed("type", type).required(type, media);
    }

    private static Shape buttons() {
        GroupShape reply =
                GroupShape.empty().required("id", TextShape.of(BUTTON_ID)).required("title", TextShape.of(LABEL));
        return GroupShape.empty()
                .required(
                        "buttons",
                        new ListShape(GroupShape.empty().fixed("type", "reply").required("reply", reply), 3));
    }

    private static Shape link() {
        return named("cta_url")
                .required(
                        "parameters",
                        GroupShape.empty()
                                .required("display_text", TextShape.of(LABEL))
                                .required("url", TextShape.link()));
    }

    private static GroupShape named(String name) {
        return GroupShape.empty().fixed("name", name);
    }
}
