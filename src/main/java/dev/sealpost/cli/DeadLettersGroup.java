package dev.sealpost.cli;

import dev.sealpost.cli.deadletters.DiscardCommand;
import dev.sealpost.cli.deadletters.ListLettersCommand;
import dev.sealpost.cli.deadletters.RetryCommand;
import dev.sealpost.cli.deadletters.ShowLetterCommand;
import picocli.CommandLine.Command;

/** Dead letters. */
@Command(
        name = "deadletters",
        description = "Lists, shows, retries and discards what could not be handled.",
        subcommands = {ListLettersCommand.class, ShowLetterCommand.class, RetryCommand.class, DiscardCommand.class},
        footer = {"", "Example:", "  sealpost deadletters list --reason malformed"})
class DeadLettersGroup extends GroupCommand {}
