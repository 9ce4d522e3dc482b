package dev.ullage.cli;

import dev.ullage.question.EstateDecisions;
import dev.ullage.reports.HtmlReport;
import dev.ullage.reports.JsonReport;
import dev.ullage.reports.Report;
import dev.ullage.reports.SarifReport;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Wires the parts and runs the command that was asked for. */
public final class Main {

    private final CommandLine commands;
    private final Complaints complaints;

    Main(Console console, InputStream stdin, AuditPipeline pipeline, List<Report> reports, InstantSource clock) {
        var root = new UllageCommand();
        complaints = new Complaints(root, console);
        commands = new CommandLine(root)
                .addSubcommand(new AuditCommand(pipeline, reports, console, clock))
                .addSubcommand(new WhoCanCommand(console))
                .addSubcommand(new WhatCanCommand(console))
                .addSubcommand(new ExplainCommand(console, EstateDecisions::new))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new SimulateCommand(console, stdin))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
        for (var command : List.of(commands, commands.getSubcommands().get("audit"))) {
            command.getCommandSpec()
                    .usageMessage()
                    .exitCodeListHeading("%nExit codes:%n")
                    .exitCodeList(ExitCode.meanings());
        }
    }

    /** The program. */
    public static void main(String[] args) {
        var console = Console.ofProcess(System.getenv(), System.getProperties());
        List<Report> reports = List.of(new HtmlReport(), new SarifReport(), new JsonReport());
        var main = new Main(console, System.in, new ExportAuditPipeline(), reports, InstantSource.system());
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, error) -> System.exit(main.complaints.handleError(error)));
        System.exit(main.run(args));
    }

    /** Runs one command line and answers with the exit code. */
    int run(String... args) {
        return commands.execute(args);
    }
}
