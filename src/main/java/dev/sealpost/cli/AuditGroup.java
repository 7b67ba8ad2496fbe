package dev.sealpost.cli;

import dev.sealpost.cli.audit.ExportCommand;
import dev.sealpost.cli.audit.SearchCommand;
import picocli.CommandLine.Command;

/** The audit log. */
@Command(
        name = "audit",
        description = "Searches the audit log, and exports it signed.",
        subcommands = {SearchCommand.class, ExportCommand.class},
        footer = {"", "Example:", "  sealpost audit search --kind message.refused --from 2026-11-01"})
class AuditGroup extends GroupCommand {}
