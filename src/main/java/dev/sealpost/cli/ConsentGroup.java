package dev.sealpost.cli;

import dev.sealpost.cli.consents.ImportCommand;
import dev.sealpost.cli.consents.ReceiptCommand;
import dev.sealpost.cli.consents.ShowCommand;
import picocli.CommandLine.Command;

/** Consent. */
@Command(
        name = "consent",
        description = "Imports consents, shows where a person stands, and issues receipts.",
        subcommands = {ImportCommand.class, ShowCommand.class, ReceiptCommand.class},
        footer = {"", "Example:", "  sealpost consent import optins.csv"})
class ConsentGroup extends GroupCommand {}
