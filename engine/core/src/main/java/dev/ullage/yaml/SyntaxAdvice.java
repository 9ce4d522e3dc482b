package dev.ullage.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** What to tell a person whose file the parser gave up on. The parser speaks of tokens and nodes; people do not. */
record SyntaxAdvice(YamlPosition position, String fact, String remedy) {

    /** Reported at the place where the parser stopped, or at the opening that it was still inside of. */
    private enum At {
        STOP,
        OPENING
    }

    /** The first line whose words both occur in the parser's context and problem applies. */
    private record Line(String context, String problem, At at, String fact, String remedy) {
        SyntaxAdvice at(YamlPosition position) {
            return new SyntaxAdvice(position, fact, remedy);
        }
    }

    private static final Line NOT_YAML =
            new Line("", "", At.STOP, "this is not YAML", "check the indentation, quotes and brackets here");
    static final String DIRECTIVE = "a line that begins with `%` is a directive";
    private static final String MISFIT = "this does not fit with what is above it";
    private static final String MISFIT_REMEDY =
            "indent it like its neighbours, or put quotes around a text with special characters";

    private static final List<Line> LINES = List.of(
            new Line("", "(TAB)", At.STOP, "a tab is used to indent", "use spaces"),
            new Line("", "'`'", At.STOP, "a text cannot begin with a backtick", "put quotes around it"),
            new Line(
                    "quoted scalar",
                    "found unexpected",
                    At.OPENING,
                    "the quote that opens here is never closed",
                    "close it"),
            new Line(
                    "double-quoted scalar",
                    "",
                    At.STOP,
                    "a backslash in double quotes begins an escape, and this is none",
                    "write `\\\\` for a backslash, or use single quotes"),
            new Line(
                    "flow sequence",
                    "<stream end>",
                    At.OPENING,
                    "the `[` that opens here is never closed",
                    "close it with `]`"),
            new Line(
                    "flow mapping",
                    "<stream end>",
                    At.OPENING,
                    "the `{` that opens here is never closed",
                    "close it with `}`"),
            new Line(
                    "flow sequence",
                    "",
                    At.STOP,
                    "a `,` or `]` is missing before this",
                    "separate the items with `, `"),
            new Line("flow mapping", "", At.STOP, "a `,` or `}` is missing before this", "separate the keys with `, `"),
            new Line(
                    "",
                    "mapping values are not allowed here",
                    At.STOP,
                    "a `:` is not expected here",
                    "put quotes around a text that holds `: `, or check the indentation"),
            new Line("", "could not find expected ':'", At.STOP, "a key has no `:` after it", "write `key: value`"),
            new Line(
                    "",
                    "sequence entries are not allowed here",
                    At.STOP,
                    "a list item is not expected here",
                    "begin the list on the next line, or put quotes around a text that begins with `-`"),
            new Line(
                    "",
                    "mapping keys are not allowed here",
                    At.STOP,
                    "a text cannot begin with `?`",
                    "put quotes around it"),
            new Line(
                    "block scalar",
                    "",
                    At.STOP,
                    "only `-` or `+` may follow `|` or `>`",
                    "begin the text on the next line"),
            new Line("alias", "", At.OPENING, "a text cannot begin with `*`", "put quotes around it"),
            new Line("anchor", "", At.OPENING, "a text cannot begin with `&`", "put quotes around it"),
            new Line("tag", "", At.OPENING, "a text cannot begin with `!`", "put quotes around it"),
            new Line("", "tag handle", At.OPENING, "a text cannot begin with `!`", "put quotes around it"),
            new Line("directive", "", At.OPENING, DIRECTIVE, "delete it"),
            new Line(
                    "",
                    "expected the node content",
                    At.STOP,
                    "a value is missing before this",
                    "write the value, or put quotes around a text with special characters"),
            new Line(
                    "",
                    "expected <block end>, but found ':'",
                    At.STOP,
                    "a key is missing before this",
                    "write `key: value`"),
            new Line(
                    "",
                    "expected <block end>, but found '<scalar>'",
                    At.STOP,
                    "a text is not expected here",
                    "put quotes around the whole of it, or indent it like the line above"),
            new Line("", "expected '<document start>', but found '<stream end>'", At.STOP, DIRECTIVE, "delete it"),
            new Line("", "expected <block end>", At.STOP, MISFIT, MISFIT_REMEDY),
            new Line("", "expected '<document start>'", At.STOP, MISFIT, MISFIT_REMEDY));

    /** Advice on what stopped the parser, whose last event was at {@code last}. */
    static SyntaxAdvice of(YamlEngineException stopped, SourceText text, YamlPosition last) {
        if (stopped instanceof YamlVersionException) {
            return new SyntaxAdvice(last, DIRECTIVE, "delete it");
        }
        if (!(stopped instanceof MarkedYamlEngineException marked)) {
            return NOT_YAML.at(last);
        }
        var stop = marked.getProblemMark().map(YamlParser::position).orElse(last);
        var problem = marked.getProblem();
        if (problem.startsWith("found character '") && !problem.contains("TAB") && !problem.contains("'`'")) {
            var character = YamlProblem.quoted(text.characterAt(stop));
            return new SyntaxAdvice(stop, "a text cannot begin with " + character, "put quotes around it");
        }
        var context = Optional.ofNullable(marked.getContext()).orElse("");
        var line = LINES.stream()
                .filter(candidate -> context.contains(candidate.context) && problem.contains(candidate.problem))
                .findFirst()
                .orElse(NOT_YAML);
        var opening = marked.getContextMark().map(YamlParser::position).orElse(stop);
        return line.at(line.at == At.OPENING ? opening : stop);
    }
}
