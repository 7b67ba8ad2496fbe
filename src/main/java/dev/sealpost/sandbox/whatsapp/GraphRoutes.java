package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.AppSwitches;
import dev.sealpost.sandbox.whatsapp.graph.AccountNode;
import dev.sealpost.sandbox.whatsapp.graph.BusinessProfile;
import dev.sealpost.sandbox.whatsapp.graph.DebugToken;
import dev.sealpost.sandbox.whatsapp.graph.Endpoint;
import dev.sealpost.sandbox.whatsapp.graph.MediaAddress;
import dev.sealpost.sandbox.whatsapp.graph.MediaEdge;
import dev.sealpost.sandbox.whatsapp.graph.MediaNode;
import dev.sealpost.sandbox.whatsapp.graph.MessageTemplates;
import dev.sealpost.sandbox.whatsapp.graph.NumberSettings;
import dev.sealpost.sandbox.whatsapp.graph.PhoneNumberNode;
import dev.sealpost.sandbox.whatsapp.graph.Registration;
import dev.sealpost.sandbox.whatsapp.graph.Routes;
import dev.sealpost.sandbox.whatsapp.graph.Success;
import dev.sealpost.sandbox.whatsapp.template.TemplateNews;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;

/** What the sandbox knows of the Graph API: each edge with the endpoint that answers it. */
record GraphRoutes(
        Account account,
        AppSwitches switches,
        Storage storage,
        ErrorTable errors,
        TemplateNews news,
        MediaAddress address) {
    private static final String ITSELF = "";

    Routes with(SendMessage send) {
        Routes routes = new Routes().on("POST", "messages", Endpoint.number(send));
        addNumbers(routes);
        addTemplates(routes);
        addMedia(routes);
        return routes.on("GET", ITSELF, new DebugToken(account, switches))
                .on("POST", "subscribed_apps", Endpoint.account((owner, request) -> Success.ANSWER));
    }

    private void addNumbers(Routes routes) {
        var node = new PhoneNumberNode(account, storage.numbers());
        var settings = new NumberSettings(storage.numbers(), errors);
        var registration = new Registration(storage.numbers(), errors);
        var profile = new BusinessProfile(storage.numbers());
        routes.on("GET", ITSELF, Endpoint.number(node::get))
                .on("POST", ITSELF, Endpoint.number(registration::changePin))
                .on("GET", ITSELF, Endpoint.account(AccountNode::get))
                .on("GET", "phone_numbers", Endpoint.account(node::list))
                .on("GET", "settings", Endpoint.number(settings::get))
                .on("POST", "settings", Endpoint.number(settings::post))
                .on("POST", "register", Endpoint.number(registration::register))
                .on("POST", "deregister", Endpoint.number(registration::deregister))
                .on("GET", "whatsapp_business_profile", Endpoint.number(profile::get))
                .on("POST", "whatsapp_business_profile", Endpoint.number(profile::post));
    }

    private void addMedia(Routes routes) {
        var node = new MediaNode(storage.media(), address);
        routes.on("POST", "media", Endpoint.number(new MediaEdge(storage.media(), errors)::post))
                .on("GET", ITSELF, node::get)
                .on("DELETE", ITSELF, node::delete);
    }

    private void addTemplates(Routes routes) {
        var templates = new MessageTemplates(storage.templates(), errors, news);
        routes.on("GET", ITSELF, templates::get)
                .on("GET", "message_templates", Endpoint.account(templates::list))
                .on("POST", "message_templates", Endpoint.account(templates::create))
                .on("DELETE", "message_templates", Endpoint.account(templates::delete));
    }
}
