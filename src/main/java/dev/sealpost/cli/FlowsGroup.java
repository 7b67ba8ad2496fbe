package dev.sealpost.cli;

import dev.sealpost.cli.flows.FlowsCheckCommand;
import dev.sealpost.cli.flows.FlowsRunCommand;
import picocli.CommandLine.Command;

/** The commands of those who write flows; none of them needs a hub. */
@Command(
        name = "flows",
        description = "Checks flows and runs them dry, without a hub.",
        subcommands = {FlowsCheckCommand.class, FlowsRunCommand.class},
        footer = {"", "Example:", "  sealpost flows check routes/flows/order-shipped.camel.yaml"})
class FlowsGroup extends GroupCommand {}
