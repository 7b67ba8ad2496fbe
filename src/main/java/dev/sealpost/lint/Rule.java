package dev.sealpost.lint;

import java.util.Locale;

/** The rules, each with what it protects and what to do about it. {@code src/docs/flows.md} lists them all; a test checks that. */
public enum Rule {
    FILE_NAME(
            "Camel reads only files of this name; a flow in any other would silently not run.",
            "name it NAME.camel.yaml, directly in the folder"),
    FILE_KIND(
            "What is checked has to be what runs: a link can point somewhere else tomorrow.",
            "put a regular file of at most 100 KB into the folder"),
    ENCODING(
            "Editors and parsers disagree about anything but plain UTF-8.", "save it as UTF-8 without byte order mark"),
    YAML("What two parsers understand differently cannot be checked.", "mend the YAML"),
    YAML_ALIAS(
            "An alias or a tag makes a file mean more than it shows, and can make it grow without bound.",
            "write the value out where it is needed"),
    DUPLICATE_KEY("Only one of the two would count, and not everybody agrees which.", "keep one of them"),
    ONE_FLOW("One flow a file: its history is then the file's history.", "move each flow into a file of its own"),
    TOP_LEVEL(
            "A flow file holds a flow and nothing that could change how other flows run or add code.",
            "keep only - route:"),
    FLOW_ID(
            "The id names the flow in the audit for years.",
            "give the route an id of lower-case letters, digits and dashes, at most 64, a letter first"),
    DUPLICATE_ID("Audit and duplicate check tell flows apart by their ids.", "give one of them another id"),
    POLICY(
            "What happens when a step fails is decided by a vetted policy, so that nothing vanishes and no content gets into a log.",
            "set routeConfigurationId to a policy of routes/policies"),
    ROUTE_SETTING(
            "A route's own error handling, tracing or conditions would escape the policy and the audit.",
            "remove it; allowed are id, description, group, note, routeConfigurationId, from"),
    SOURCE(
            "An intake kamelet acknowledges an event only after it is committed; any other source loses or doubles events.",
            "start from an intake kamelet of routes/kamelets"),
    MISSING_STEP(
            "Each step takes only what the one before it makes: consent, minimisation and sealing cannot be left out.",
            "the steps are receive, require-consent, minimise, seal, deliver, in this order"),
    MISORDERED_STEP(
            "The order is the guarantee: nothing is minimised before consent, nothing delivered unsealed.",
            "the steps are receive, require-consent, minimise, seal, deliver, in this order"),
    REPEATED_STEP("An event is received once and has one outcome.", "keep one of them"),
    AFTER_END("The message has its outcome; what follows would never run.", "remove it or move it up"),
    BRANCH("On every way through a flow the same steps have to come, in the same order.", "put the step on every way"),
    RAW_WHATSAPP(
            "A message that is sent past the outbox has no consent check, no seal and no audit.",
            "use kamelet:seal and kamelet:deliver"),
    EGRESS(
            "Personal data leaves only through the outbox, minimised and sealed.",
            "remove it; allowed is to: with a step kamelet"),
    PLACEHOLDER_ENDPOINT(
            "Where a step goes must stand in the file: a setting could make it any other endpoint.",
            "write the kamelet's name out; parameters may have {{placeholders}}"),
    UNKNOWN_KAMELET("Only the vetted steps keep the guarantees.", "use one of the hub's steps"),
    CODE("Code in a flow can do anything, and nobody vetted it.", "remove it; logic belongs into a vetted kamelet"),
    EIP("What is not known to keep the order and the data inside is not allowed.", "use to, log, choice or filter"),
    STEP_SETTING(
            "A step that is disabled or called in another way does not do its work.",
            "remove it; allowed are uri, parameters, id, description, note"),
    EXPRESSION(
            "An expression can read the person's data or call code.",
            "use constant, or simple with ${header.NAME}, ${exchangeProperty.NAME}, ${date:now:PATTERN} or ${routeId}"),
    LOG_CONTENT("Logs hold no personal data (GDPR article 5(1)(c), (f)).", "log a constant text"),
    UNKNOWN_PARAMETER("A parameter that does not exist silently does nothing.", "remove it"),
    MISSING_PARAMETER("The step cannot work without it.", "add it under parameters"),
    PARAMETER_TYPE("A value of another type fails when the first message comes.", "give a value of the type"),
    PLACEHOLDER(
            "A placeholder without value stops the hub at start.",
            "set it in config/application.yml or in the environment, or write the value out"),
    FIELD_PATH("The path has to name one field of the event.", "write it as in $.customer.phone or $.items[0].sku"),
    UNKNOWN_PURPOSE("A purpose that is not configured cannot be lawful.", "add it to config/purposes.yml"),
    UNKNOWN_PROFILE("Without a profile nothing may leave.", "add it to config/minimisation.yml, or name another"),
    UNKNOWN_TEMPLATE("WhatsApp sends only templates it approved.", "add it to config/templates.yml"),
    UNKNOWN_MESSAGE("What is not described is not sent.", "add it to the messages of config/templates.yml"),
    TEMPLATE_OR_MESSAGE("A flow sends one thing.", "keep one of template and message"),
    UNKNOWN_SIGNER("A signature is checked with the key of a known system.", "add it to config/signers.yml"),
    UNKNOWN_CONNECTION("A source reads only from systems that are configured.", "add it to the configuration"),
    TEMPLATE_CATEGORY(
            "A purpose is served with templates of its own category, else marketing goes out without marketing consent.",
            "use a template of the purpose's category"),
    TEMPLATE_PARAMETER(
            "A parameter without a field cannot be filled, so that no message would be sent.",
            "let the profile produce it, or take another template"),
    SPECIAL_CLASS(
            "Health data and the like does not leave at all (HIPAA; GDPR article 9): such a message only says that there is news.",
            "use a profile without fields ({}) and a template without parameters"),
    POLICY_SENDS(
            "A policy gets messages whose step failed, in whatever state they are.",
            "let its only step be kamelet:dead-letter"),
    POLICY_SWALLOWS(
            "A failure that is handled without being kept is a message that vanishes.",
            "end it with kamelet:dead-letter, or do not set handled"),
    POLICY_SETTING(
            "A policy says when to try again and when to keep a dead letter; anything else could change what every flow does.",
            "keep exception, redeliveryPolicy, handled and steps"),
    KAMELET("The kamelets are what flows trust.", "take the kamelet as it was delivered"),
    CONFIGURATION("Flows refer to the configuration; the hub does not start while it has faults.", "mend it");

    private final String why;
    private final String fix;

    Rule(String why, String fix) {
        this.why = why;
        this.fix = fix;
    }

    /** As findings and guides name it: {@code missing-step}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String why() {
        return why;
    }

    public String fix() {
        return fix;
    }
}
