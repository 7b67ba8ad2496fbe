package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each type of interactive message calls for.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#interactive-object">Interactive object</a>
 */
final class InteractiveRules {
    private static final int HEADER = 60;
    private static final int FOOTER = 60;
    private static final int BODY = 1024;
    private static final int LIST_BODY = 4096;
    private static final int LABEL = 20;
    private static final int TITLE = 24;
    private static final int DESCRIPTION = 72;
    private static final int MOST_ROWS = 10;
    private static final int ID = 256;
    private static final int LONG = 2048;

    private final Rules rules;

    InteractiveRules(Rules rules) {
        this.rules = rules;
    }

    Map<String, Rule> all() {
        var all = new HashMap<String, Rule>();
        all.put("button", withBody(BODY, rules.object("action", InteractiveRules::buttons)));
        all.put("list", withBody(LIST_BODY, rules.object("action", InteractiveRules::list)));
        all.put("cta_url", withBody(BODY, named("cta_url", InteractiveRules::link)));
        all.put("flow", withBody(BODY, named("flow", InteractiveRules::flow)));
        all.put("product", rules.object("action", InteractiveRules::product));
        all.put(
                "product_list",
                Rule.all(rules.required("header"), withBody(BODY, rules.object("action", InteractiveRules::products))));
        all.put("catalog_message", withBody(BODY, named("catalog_message")));
        all.put("location_request_message", withBody(BODY, named("send_location")));
        all.put("address_message", withBody(BODY, named("address_message")));
        all.put("order_details", withBody(BODY, named("review_and_pay", InteractiveRules::payment)));
        all.put("order_status", withBody(BODY, named("review_order", InteractiveRules::order)));
        return all;
    }

    private Rule withBody(int longest, Rule action) {
        return Rule.all(
                rules.optionalObject("header", InteractiveRules::header),
                rules.object("body", body -> body.text("text", longest)),
                rules.optionalObject("footer", footer -> footer.text("text", FOOTER)),
                action);
    }

    private static Rule header(Rules rules) {
        return Rule.all(rules.oneOf("type", "text", "image", "video", "document"), object -> {
            String type = object.text("type").orElseThrow();
            return type.equals("text")
                    ? rules.text("text", HEADER).violation(object)
                    : rules.object(type, media -> media.required("id").or(media.required("link")))
                            .violation(object);
        });
    }

    private Rule named(String name) {
        return rules.object("action", action -> action.oneOf("name", name));
    }

    private Rule named(String name, Function<Rules, Rule> parameters) {
        return Rule.all(named(name), rules.object("action", action -> action.object("parameters", parameters)));
    }

    private static Rule buttons(Rules action) {
        return action.list(
                "buttons",
                1,
                3,
                button -> Rule.all(
                        button.oneOf("type", "reply"),
                        button.object("reply", reply -> Rule.all(reply.text("id", ID), reply.text("title", LABEL)))));
    }

    private static Rule list(Rules action) {
        return Rule.all(
                action.text("button", LABEL),
                action.list(
                        "sections",
                        1,
                        MOST_ROWS,
                        section -> Rule.all(
                                section.optionalText("title", TITLE),
                                section.list("rows", 1, MOST_ROWS, InteractiveRules::row))),
                object -> rows(object) > MOST_ROWS
                        ? action.invalid("action.sections hold more than %d rows in all".formatted(MOST_ROWS))
                        : Optional.empty());
    }

    private static Rule row(Rules row) {
        return Rule.all(row.text("id", 200), row.text("title", TITLE), row.optionalText("description", DESCRIPTION));
    }

    private static int rows(LenientObject action) {
        return action.list("sections").stream()
                .mapToInt(section -> section.list("rows").size())
                .sum();
    }

    private static Rule link(Rules parameters) {
        return Rule.all(parameters.text("display_text", LABEL), parameters.text("url", LONG));
    }

    private static Rule flow(Rules parameters) {
        return Rule.all(
                parameters.required("flow_message_version"),
                parameters.required("flow_id").or(parameters.required("flow_name")),
                parameters.text("flow_cta", 30),
                parameters.optionalOneOf("mode", "draft", "published"),
                parameters.optionalOneOf("flow_action", "navigate", "data_exchange"));
    }

    private static Rule product(Rules action) {
        return Rule.all(action.required("catalog_id"), action.required("product_retailer_id"));
    }

    private static Rule products(Rules action) {
        return Rule.all(
                action.required("catalog_id"),
                action.list(
                        "sections",
                        1,
                        10,
                        section -> section.list("product_items", 1, 30, item -> item.required("product_retailer_id"))));
    }

    private static Rule payment(Rules parameters) {
        return Rule.all(
                parameters.required("reference_id"),
                parameters.required("currency"),
                parameters.required("total_amount"),
                parameters.required("order"));
    }

    private static Rule order(Rules parameters) {
        return Rule.all(
                parameters.required("reference_id"), parameters.object("order", order -> order.required("status")));
    }
}
