package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.template.Template;
import dev.sealpost.sandbox.whatsapp.template.TemplateNews;
import dev.sealpost.sandbox.whatsapp.template.TemplateStatus;
import dev.sealpost.sandbox.whatsapp.template.Templates;
import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code POST /_sandbox/templates}: Meta gives a template another status, and says so by webhook. */
final class TemplatesResource {
    private final Templates templates;
    private final Account account;
    private final TemplateNews news;

    TemplatesResource(Templates templates, Account account, TemplateNews news) {
        this.templates = templates;
        this.account = account;
        this.news = news;
    }

    /** @param language all of them if left out */
    private record Request(String name, String language, String status, String phoneNumberId) {}

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, Request.class, this::change);
    }

    private Reply.Answer change(Request request) {
        Optional<Sender> sender = account.numberOrFirst(request.phoneNumberId());
        Optional<TemplateStatus> status = Optional.ofNullable(request.status()).flatMap(TemplateStatus::of);
        if (sender.isEmpty() || status.isEmpty()) {
            return Problem.badRequest("Needed are name and status, one of %s; %s"
                            .formatted(Arrays.toString(TemplateStatus.values()), account.unknownNumber()))
                    .answer();
        }
        String owner = sender.get().account();
        List<Template> found = templates.named(owner, request.name()).stream()
                .filter(template ->
                        request.language() == null || request.language().equals(template.language()))
                .toList();
        if (found.isEmpty()) {
            return new Problem(404, "Not found", "The account %s has no such template".formatted(owner)).answer();
        }
        found.forEach(template -> change(owner, template, status.get()));
        return Reply.Answer.json(200, found.get(0).node().put("status", request.status()));
    }

    private void change(String owner, Template template, TemplateStatus status) {
        try {
            news.changed(owner, templates.change(owner, template, status));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its record", e);
        }
    }
}
