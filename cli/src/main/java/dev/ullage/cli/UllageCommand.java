package dev.ullage.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ullage} without a command. It holds what all commands share. */
@Command(
        name = "ullage",
        description =
                "Measures the space between what an identity may do to ML storage and what it was declared to do and does.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ullage audit examples/acme", "  ullage audit --help"})
final class UllageCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "When something fails, show where in the program.")
    private boolean stacktrace;

    /** True when the person wants to see where a failure came from. */
    boolean wantsStacktrace() {
        return stacktrace;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("run by picocli, which sets the spec");
        }
        throw new ParameterException(spec.commandLine(), "no command is named; try `ullage audit examples/acme`");
    }
}
