package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Access;
import dev.sealpost.sandbox.whatsapp.template.Template;
import dev.sealpost.sandbox.whatsapp.template.TemplateNews;
import dev.sealpost.sandbox.whatsapp.template.Templates;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code /{account}/message_templates}: lists them, takes new ones, which are approved at once, and deletes them.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates">Message templates</a>
 */
public final class MessageTemplates {
    private static final String USUAL = "name,parameter_format,components,language,status,category";
    private static final int SUBCODE_EXISTS = 2388024;
    private static final int SUBCODE_UNKNOWN = 2593002;

    private final Templates templates;
    private final NewTemplate creation;
    private final TemplateNews news;

    public MessageTemplates(Templates templates, ErrorTable errors, TemplateNews news) {
        this.templates = templates;
        this.creation = new NewTemplate(errors);
        this.news = news;
    }

    public Reply.Answer list(String account, GraphRequest request) {
        Fields fields = Fields.of(request, USUAL);
        List<ObjectNode> selected = templates.of(account).stream()
                .filter(template -> isWanted(template, request.query()))
                .map(template -> fields.of(withQuality(template)))
                .toList();
        return Reply.Answer.json(200, new Paging(request).page(selected));
    }

    /** {@code GET /{template-id}}. */
    public Optional<Outcome> get(Access access, String id, GraphRequest request) {
        return access.accounts().stream()
                .flatMap(account -> templates.byId(account, id).stream())
                .map(template -> Fields.of(request, USUAL).of(withQuality(template)))
                .map(node -> Outcome.now(Reply.Answer.json(200, node)))
                .findFirst();
    }

    private static boolean isWanted(Template template, Map<String, String> query) {
        return is(query.get("name"), template.name())
                && is(query.get("language"), template.language())
                && is(query.get("category"), template.category())
                && is(query.get("status"), template.status().name());
    }

    private static boolean is(String wanted, String value) {
        return wanted == null || wanted.equalsIgnoreCase(value);
    }

    private static ObjectNode withQuality(Template template) {
        ObjectNode node = template.node().put("rejected_reason", "NONE");
        node.putObject("quality_score").put("score", "GREEN");
        return node;
    }

    public Reply.Answer create(String account, GraphRequest request) throws IOException {
        LenientObject wanted = request.lenient();
        Optional<MetaError> fault = creation.fault(wanted);
        if (fault.isPresent()) {
            return fault.get().answer();
        }
        ObjectNode node = wanted.node().deepCopy();
        node.set(
                "components",
                Json.MAPPER.<ArrayNode>valueToTree(wanted.list("components").stream()
                        .map(LenientObject::node)
                        .toList()));
        if (templates
                .find(account, node.path("name").asText(), node.path("language").asText())
                .isPresent()) {
            return refused(SUBCODE_EXISTS, "Content in This Language Already Exists");
        }
        node.remove("status");
        Template added = templates.add(account, node);
        news.changed(account, added);
        return Reply.Answer.json(
                200,
                Json.object()
                        .put("id", added.id())
                        .put("status", added.status().name())
                        .put("category", added.category()));
    }

    /** In all languages, or the one with {@code hsm_id}. */
    public Reply.Answer delete(String account, GraphRequest request) throws IOException {
        LenientObject which = request.lenient();
        List<Template> found = templates.named(account, which.text("name").orElse("")).stream()
                .filter(template -> is(which.text("hsm_id").orElse(null), template.id()))
                .toList();
        if (found.isEmpty()) {
            return refused(SUBCODE_UNKNOWN, "Message Template Not Found");
        }
        for (Template template : found) {
            templates.remove(account, template);
        }
        return Success.ANSWER;
    }

    private static Reply.Answer refused(int subcode, String title) {
        return new MetaError(100, OptionalInt.of(subcode), 400, MetaError.OAUTH, title, title + ".").answer();
    }
}
