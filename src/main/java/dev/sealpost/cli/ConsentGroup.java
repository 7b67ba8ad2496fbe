package dev.sealpost.cli;

import dev.sealpost.cli.consents.ImportCommand;
import dev.sealpost.cli.consents.ShowCommand;
import picocli.CommandLine.Command;

/** Consent. */
@Command(
        name = "consent",
        description = "Imports consents, and shows where a person stands.",
        subcommands = {ImportCommand.class, ShowCommand.class},
        footer = {"", "Example:", "  sealpost consent import optins.csv"})
class ConsentGroup extends GroupCommand {}
