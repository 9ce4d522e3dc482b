package dev.ullage.cel;

import dev.cel.common.CelIssue;
import java.util.regex.Pattern;

/** Says in a rule author's words what CEL objects to. */
final class IssueTranslator {

    private static final Pattern NAME =
            Pattern.compile("undeclared reference to .*|undefined field .*|type '.*' does not support field selection|"
                    + "Message type resolution failure .*");
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']*)' applied to '([^(]*)\\((.*)\\)' \\(candidates: .*");
    private static final Pattern RANGE =
            Pattern.compile("expression of type '(.*)' cannot be range of a comprehension.*");
    private static final Pattern TOO_LARGE = Pattern.compile(
            "expression code point size exceeds limit.*|Expression recursion limit exceeded.*|.*node count.*");
    private static final Pattern ENDS = Pattern.compile("mismatched input '<EOF>' .*");

    private final Positions positions;

    IssueTranslator(Positions positions) {
        this.positions = positions;
    }

    /** True for an objection to a name, of which {@link NameCheck} knows more to say. */
    static boolean isAboutName(CelIssue issue) {
        return NAME.matcher(issue.getMessage()).matches();
    }

    Complaint syntax(CelIssue issue) {
        var at = positions.of(issue.getSourceLocation());
        var message = issue.getMessage();
        if (TOO_LARGE.matcher(message).matches()) {
            return new Complaint(0, "the condition is too large", "split the rule");
        }
        if (ENDS.matcher(message).matches()) {
            return new Complaint(at, "the condition ends too early", "complete it, or close a bracket or quote");
        }
        return new Complaint(
                at,
                "the condition cannot be read from here on",
                "look for an operator, bracket or quote that is missing");
    }

    Complaint type(CelIssue issue) {
        var at = positions.of(issue.getSourceLocation());
        var message = issue.getMessage();
        var overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return overload(at, Language.written(overload.group(1)), types(overload.group(2) + overload.group(3)));
        }
        var range = RANGE.matcher(message);
        if (range.matches()) {
            return new Complaint(
                    at,
                    "there is nothing to go through in a " + types(range.group(1)),
                    "only lists and labels have elements");
        }
        return new Complaint(at, message, "see the fields and functions in the rule reference");
    }

    private static Complaint overload(int at, String written, String types) {
        var fact = "`" + written + "` cannot be used with " + types;
        return switch (written) {
            case "&&", "||", "!" ->
                new Complaint(
                        at,
                        "something that is true or false is needed here, and not " + withoutBool(types),
                        "compare it with something");
            case "+", "-" -> new Complaint(at, fact, "only numbers, times and durations can be added");
            case "==", "!=", "<", "<=", ">", ">=", "in", "?" -> new Complaint(at, fact, "use values of the same type");
            default -> new Complaint(at, fact, "see the functions in the rule reference");
        };
    }

    private static String withoutBool(String types) {
        return types.replace("bool and ", "").replace(" and bool", "");
    }

    private static String types(String types) {
        return types.replace("google.protobuf.Timestamp", "timestamp")
                .replace("google.protobuf.Duration", "duration")
                .replace(".", ", ")
                .replace(", ", " and ");
    }
}
