package dev.ullage.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in the person's terms, one sentence a problem, and picks the exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final UllageCommand root;
    private final Console console;

    Complaints(UllageCommand root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException complaint, String[] args) {
        var command = complaint.getCommandLine().getCommandSpec().qualifiedName();
        console.say(sentence(complaint) + "; see `" + command + " --help`");
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (root.wantsStacktrace()) {
            failure.printStackTrace(console.err());
        }
        if (failure instanceof ConfigurationException configuration) {
            configuration.problems().forEach(console::say);
            return ExitCode.USAGE.code();
        }
        console.say(sentence(failure));
        return ExitCode.FAILED.code();
    }

    /** For what no command is meant to catch: the process ends, and still says why. */
    int handleError(Throwable error) {
        console.say(
                error instanceof OutOfMemoryError
                        ? "out of memory; give it more, as in `UL_JAVA_OPTS=-Xmx4g`"
                        : sentence(error));
        return ExitCode.FAILED.code();
    }

    private static String sentence(ParameterException complaint) {
        if (complaint instanceof UnmatchedArgumentException unmatched) {
            var what = unmatched.isUnknownOption() ? "unknown option" : "unexpected argument";
            return what + " `" + unmatched.getUnmatched().get(0) + "`" + suggestion(unmatched.getSuggestions());
        }
        if (complaint.getCause() instanceof TypeConversionException conversion
                && complaint.getArgSpec() instanceof OptionSpec option) {
            return "`" + option.longestName() + "`: " + conversion.getMessage();
        }
        var message = String.valueOf(complaint.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String suggestion(List<String> known) {
        return known.isEmpty()
                ? ""
                : "; did you mean "
                        + known.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or ")) + "?";
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "`" + missing.getFile() + "` is not there";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "`" + denied.getFile() + "` may not be opened by this user";
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return "`" + file.getFile() + "`: " + file.getReason().toLowerCase(Locale.ROOT);
        }
        if (failure instanceof IOException) {
            return "reading or writing failed: " + reason(failure);
        }
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return sentence(failure.getCause());
        }
        return "ullage failed, and your input is not to blame: " + reason(failure)
                + "; run it again with `--stacktrace` and report what it says";
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? "no reason was given" : failure.getMessage();
    }
}
