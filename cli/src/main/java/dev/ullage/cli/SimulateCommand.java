package dev.ullage.cli;

import dev.ullage.reports.DecisionText;
import dev.ullage.reports.QuestionJson;
import dev.ullage.simulation.CaseFile;
import dev.ullage.simulation.CaseLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ullage simulate}: decides requests that somebody wrote down with all policies that bear on them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Decide cases: each line of the file is a request with all policies that bear on it, and nothing else is known.",
            "",
            "Each case becomes one line: its name, the decision (ALLOWED, EXPLICIT_DENY, IMPLICIT_DENY or UNKNOWN), what"
                    + " decides, and what is missing. A bad line is told of on stderr, and the others go on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every line was decided", "2:the command line, the file, or at least one line is wrong"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ullage simulate --cases cases.jsonl",
            "  ullage simulate --cases cases.jsonl --format table",
            "  generate-cases | ullage simulate --cases - > decisions.jsonl"
        })
final class SimulateCommand implements Callable<Integer> {

    /** One line a case, for a program or for a person. */
    enum Form {
        JSONL,
        TABLE
    }

    private static final String STDIN = "-";
    private static final int BUFFER = 64 * 1024;

    private final Console console;
    private final InputStream stdin;

    @Option(
            names = "--cases",
            required = true,
            paramLabel = "FILE",
            description = "A file of JSON lines, or - for what is piped in.")
    private String cases = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            converter = FormConverter.class,
            description = "What is printed: jsonl or table (default: ${DEFAULT-VALUE}).")
    private Form form = Form.JSONL;

    SimulateCommand(Console console, InputStream stdin) {
        this.console = console;
        this.stdin = stdin;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        var bad = new int[1];
        boolean isPiped = cases.equals(STDIN);
        var out = new BufferedOutputStream(console.out(), BUFFER);
        try (var in = isPiped ? stdin : open()) {
            new CaseFile().decide(in, line -> {
                bad[0] += take(line, out) ? 0 : 1;
                // Whoever pipes cases in may wait for one answer before the next question.
                if (isPiped) {
                    out.flush();
                }
                console.demandPrinted();
            });
        } finally {
            out.flush();
        }
        console.demandPrinted();
        return (bad[0] == 0 ? ExitCode.CLEAN : ExitCode.USAGE).code();
    }

    private InputStream open() throws ConfigurationException, IOException {
        var file = Path.of(cases);
        if (!Files.exists(file) || Files.isDirectory(file)) {
            throw new ConfigurationException(
                    "`" + cases + "` is not a file; name a file of cases with `--cases`, or `-` for what is piped in");
        }
        return Files.newInputStream(file);
    }

    /** False for a line that is no case. */
    private boolean take(CaseLine line, OutputStream out) throws IOException {
        if (line instanceof CaseLine.Decided decided) {
            out.write(
                    form == Form.JSONL
                            ? QuestionJson.line(decided.name(), decided.decision())
                            : DecisionText.line(decided.name(), decided.decision(), console.width(), console.colour())
                                    .getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (line instanceof CaseLine.Refused refused) {
            var file = cases.equals(STDIN) ? "stdin" : cases;
            refused.problems().forEach(problem -> console.say(file + ":" + refused.number() + ": " + problem));
        }
        return false;
    }

    /** From the word that a person writes. */
    static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return switch (word) {
                case "jsonl" -> Form.JSONL;
                case "table" -> Form.TABLE;
                default -> throw new TypeConversionException("`" + word + "` is no format; write jsonl or table");
            };
        }
    }
}
