package dev.sealpost.whatsapp.request;

/** A form of WhatsApp Flows, by its id or its name. */
final class FlowShape {

    private static final int LABEL = 30;
    private static final Shape WORD = TextShape.of(1024);

    private FlowShape() {}

    static Shape action() {
        GroupShape parameters = GroupShape.empty()
                .fixed("flow_message_version", "3")
                .optional("flow_id", WORD)
                .optional("flow_name", WORD)
                .exactlyOneOf("flow_id", "flow_name")
                .required("flow_token", WORD)
                .required("flow_cta", TextShape.of(LABEL))
                .optional("mode", WORD)
                .optional("flow_action", WORD)
                .optional(
                        "flow_action_payload",
                        GroupShape.empty().required("screen", WORD).optional("data", new TableShape(WORD)));
        return GroupShape.empty().fixed("name", "flow").required("parameters", parameters);
    }
}
