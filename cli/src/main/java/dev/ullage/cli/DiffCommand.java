package dev.ullage.cli;

import dev.ullage.question.AccessDiff;
import dev.ullage.question.SnapshotComparison;
import dev.ullage.reports.DiffTable;
import dev.ullage.reports.QuestionJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ullage diff}: access gained and lost between two snapshots. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Compare two snapshots: who gained and who lost access, by permission class and exact set of objects.",
            "",
            "What was read in one of them only is named first. It is no change of access, and what hangs on it is said to be"
                    + " not sure."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing that --fail-on asks for changed",
            "2:the command line, or a folder, is wrong",
            "3:access was gained, or with --fail-on any was lost",
            "4:that cannot be told: facts are missing; 3 wins over it"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ullage audit examples/acme --snapshot snapshots/monday",
            "  ullage diff snapshots/sunday snapshots/monday",
            "  ullage diff snapshots/sunday snapshots/monday --fail-on any --why"
        })
final class DiffCommand implements Callable<Integer> {

    /** The changes that a caller wants to hear of through the exit code. */
    enum FailOnChange {
        GAINED,
        ANY,
        NEVER
    }

    private final Console console;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A snapshot, or a folder of exports.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "A later one.")
    private Path after = Path.of("");

    @Mixin
    private Printed printed = new Printed();

    @Option(names = "--why", description = "Show of each change the chain that gives it.")
    private boolean why;

    @Option(
            names = "--fail-on",
            paramLabel = "CHANGE",
            defaultValue = "gained",
            converter = FailOnChangeConverter.class,
            description = "Exit with 3 when access was gained, when any was gained or lost, or never"
                    + " (default: ${DEFAULT-VALUE}).")
    private FailOnChange failOn = FailOnChange.GAINED;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        AccessDiff diff;
        try (var progress = Progress.on(console)) {
            progress.at(DiffPhase.BEFORE);
            var first = Facts.in(before, progress);
            progress.at(DiffPhase.AFTER);
            var later = Facts.in(after, progress);
            first.tellProblems(console);
            later.tellProblems(console);
            progress.at(DiffPhase.COMPARISON);
            diff = SnapshotComparison.diff(first.access(null), later.access(null));
        }
        print(diff);
        return conclude(diff).code();
    }

    private void print(AccessDiff diff) throws IOException {
        switch (printed.form()) {
            case TABLE -> console.out().print(DiffTable.render(diff, why, console.width(), console.colour()));
            case JSON -> QuestionJson.write(diff, console.out());
        }
        console.demandPrinted();
    }

    private ExitCode conclude(AccessDiff diff) {
        return switch (failOn) {
            case GAINED -> conclude(diff.hasGain(), diff.mayHideGain());
            case ANY -> conclude(diff.hasChange(), diff.mayHideChange());
            case NEVER -> conclude(false, diff.mayHideGain());
        };
    }

    private static ExitCode conclude(boolean isSo, boolean mayBeSo) {
        if (isSo) {
            return ExitCode.FINDINGS;
        }
        return mayBeSo ? ExitCode.UNANSWERED : ExitCode.CLEAN;
    }

    /** From the word that a person writes. */
    static final class FailOnChangeConverter implements ITypeConverter<FailOnChange> {
        @Override
        public FailOnChange convert(String word) {
            return switch (word) {
                case "gained" -> FailOnChange.GAINED;
                case "any" -> FailOnChange.ANY;
                case "never" -> FailOnChange.NEVER;
                default -> throw new TypeConversionException("`" + word + "` is no change; write gained, any or never");
            };
        }
    }
}
