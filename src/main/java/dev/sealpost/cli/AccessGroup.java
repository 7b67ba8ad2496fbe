package dev.sealpost.cli;

import dev.sealpost.cli.access.GrantCommand;
import dev.sealpost.cli.access.ListKeysCommand;
import dev.sealpost.cli.access.RevokeCommand;
import picocli.CommandLine.Command;

/** API keys. */
@Command(
        name = "access",
        description = "Grants, lists and revokes API keys.",
        subcommands = {GrantCommand.class, ListKeysCommand.class, RevokeCommand.class},
        footer = {"", "Example:", "  sealpost access grant --name webshop --scope messages:write --flow order-shipped"})
class AccessGroup extends GroupCommand {}
