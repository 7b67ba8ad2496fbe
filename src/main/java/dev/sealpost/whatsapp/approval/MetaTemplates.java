package dev.sealpost.whatsapp.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.AccessTokens;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gets an account's templates from Meta, page by page. Blocks as long as the Graph API's time-outs let it. */
@Component
class MetaTemplates {

    private static final String FIELDS = "name,status,category,language,components";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final GraphApi graph;
    private final AccessTokens tokens;

    MetaTemplates(GraphApi graph, AccessTokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    sealed interface Fetched {

        record All(List<MetaTemplate> templates) implements Fetched {}

        record Failed(Reason reason) implements Fetched {}
    }

    /** @param sender one that may read its account's templates */
    Fetched of(Sender sender) {
        List<MetaTemplate> templates = new ArrayList<>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            GraphAnswer answer = graph.get(
                            tokens.of(sender), sender.account() + "/message_templates", query(after), MOST_BYTES)
                    .join();
            if (!(answer instanceof GraphAnswer.Ok ok)) {
                return new Fetched.Failed(reason(answer));
            }
            if (!ok.json().path("data").isArray()) {
                return new Fetched.Failed(Reason.of("unusable-answer", "it lists no templates"));
            }
            templates.addAll(MetaTemplateReader.read(ok.json()));
            after = next(ok.json(), after);
            if (after.isEmpty()) {
                return new Fetched.All(List.copyOf(templates));
            }
        }
        return new Fetched.Failed(Reason.of("too-many-templates", "more than " + MOST_PAGES * PAGE));
    }

    /** The place of the next page. The address of it that Meta gives is not followed: the token goes where the settings say. */
    private static String next(JsonNode page, String before) {
        String after = page.path("paging").path("cursors").path("after").asText("");
        boolean more = page.path("paging").has("next") && !after.equals(before);
        return more ? after : "";
    }

    private static Map<String, String> query(String after) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fields", FIELDS);
        query.put("limit", Integer.toString(PAGE));
        if (!after.isEmpty()) {
            query.put("after", after);
        }
        return query;
    }

    private static Reason reason(GraphAnswer answer) {
        return answer instanceof GraphAnswer.Refused refused
                ? refused.reason()
                : ((GraphAnswer.Unreachable) answer).reason();
    }
}
