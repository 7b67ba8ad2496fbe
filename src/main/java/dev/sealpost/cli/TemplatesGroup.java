package dev.sealpost.cli;

import dev.sealpost.cli.templates.CheckCommand;
import picocli.CommandLine.Command;

/** WhatsApp templates. */
@Command(
        name = "templates",
        description = "Compares config/templates.yml with the templates that Meta has.",
        subcommands = {CheckCommand.class},
        footer = {"", "Example:", "  sealpost templates check"})
class TemplatesGroup extends GroupCommand {}
