package dev.sealpost.cli;

import dev.sealpost.cli.senders.CheckCommand;
import dev.sealpost.cli.senders.RegisterCommand;
import dev.sealpost.cli.senders.TokenCommand;
import picocli.CommandLine.Command;

/** WhatsApp numbers of the business. */
@Command(
        name = "senders",
        description = "Checks the senders with Meta, registers their numbers, replaces their access tokens.",
        subcommands = {CheckCommand.class, RegisterCommand.class, TokenCommand.class},
        footer = {"", "Example:", "  sealpost senders check"})
class SendersGroup extends GroupCommand {}
