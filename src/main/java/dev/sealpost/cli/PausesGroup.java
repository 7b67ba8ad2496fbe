package dev.sealpost.cli;

import dev.sealpost.cli.pauses.BeginPauseCommand;
import dev.sealpost.cli.pauses.LiftPauseCommand;
import dev.sealpost.cli.pauses.ListPausesCommand;
import picocli.CommandLine.Command;

/** Pauses. */
@Command(
        name = "pauses",
        description = "Lists, begins and lifts pauses of senders, templates, accounts and countries.",
        subcommands = {ListPausesCommand.class, BeginPauseCommand.class, LiftPauseCommand.class},
        footer = {"", "Example:", "  sealpost pauses lift sender shop"})
class PausesGroup extends GroupCommand {}
