package dev.ullage.cli;

import dev.ullage.question.EstateAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option that says which estate a question is asked of. */
final class AskedEstate {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--estate",
            paramLabel = "DIR",
            description = "The estate's folder: exports, or a snapshot that @|bold audit --snapshot|@ wrote.")
    private @Nullable Path folder;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = AuditCommand.InstantConverter.class,
            description =
                    "The time that is asked about, such as 2026-11-20T02:00:00Z (default: what the estate says, or else now).")
    private @Nullable Instant asOf;

    /** Answers what is wrong with a command line in the words of the command. */
    ParameterException usage(String sentence) {
        if (command == null) {
            throw new IllegalStateException("run by picocli, which sets the spec");
        }
        return new ParameterException(command.commandLine(), sentence);
    }

    /** Refuses at once where no folder is named. */
    Path named() {
        if (folder == null) {
            throw usage("no estate is named; name its folder, as in `--estate examples/acme`");
        }
        return folder;
    }

    /** Reads the folder, and tells of files that are not in order. */
    EstateAccess read(Console console, Progress progress) throws ConfigurationException, IOException {
        progress.at(QuestionPhase.FACTS);
        var facts = Facts.in(named(), progress);
        facts.tellProblems(console);
        progress.at(QuestionPhase.ANSWER);
        return facts.access(asOf);
    }
}
