package dev.ullage.cel.iam;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * How large a regular expression gets when it is made ready. Counts in each other multiply, and RE2/J writes them out before
 * it looks at the size: thirty characters are enough to take all memory. So the size is estimated first, from above.
 */
public final class RegexSize {

    /** Instructions of an expression that is evaluated. */
    static final int MOST_INSTRUCTIONS = 500;

    private static final int MOST_CHARACTERS = 8 * 1024;
    private static final int MOST_ESTIMATED = 20_000;
    private static final java.util.regex.Pattern COUNTS = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");
    private static final java.util.regex.Pattern ESCAPE =
            java.util.regex.Pattern.compile("\\\\(?:[pPx]\\{[^}]*\\}|.)", java.util.regex.Pattern.DOTALL);

    private final String text;
    private final ArrayDeque<Long> outer = new ArrayDeque<>();
    private long before;
    private long last;
    private int at;

    private RegexSize(String text) {
        this.text = text;
    }

    /** Why the expression is too large to be evaluated, in words; empty when it is not, or is none. */
    public static Optional<String> excess(String expression) {
        if (expression.length() > MOST_CHARACTERS) {
            return Optional.of("a regular expression has %d characters, more than %d"
                    .formatted(expression.length(), MOST_CHARACTERS));
        }
        if (new RegexSize(expression).estimate() > MOST_ESTIMATED) {
            return Optional.of(excess(expression, MOST_ESTIMATED));
        }
        try {
            return Pattern.compile(expression).programSize() > MOST_INSTRUCTIONS
                    ? Optional.of(excess(expression, MOST_INSTRUCTIONS))
                    : Optional.empty();
        } catch (PatternSyntaxException noExpression) {
            return Optional.empty();
        }
    }

    private static String excess(String expression, int most) {
        return "the regular expression `%s` takes more than %d instructions".formatted(shortened(expression), most);
    }

    /** Few enough characters of an expression for a sentence. */
    public static String shortened(String expression) {
        return expression.codePointCount(0, expression.length()) <= 80
                ? expression
                : expression.substring(0, expression.offsetByCodePoints(0, 79)) + "…";
    }

    /** Counts stop at once when there are too many, so that nothing overflows. */
    private long estimate() {
        var counts = COUNTS.matcher(text);
        var escape = ESCAPE.matcher(text);
        while (at < text.length() && before + last <= MOST_ESTIMATED) {
            char next = text.charAt(at);
            if (text.startsWith("\\Q", at)) {
                int end = text.indexOf("\\E", at);
                end = end < 0 ? text.length() : end + 2;
                one(end - at - 1L);
                one(1);
                at = end;
            } else if (next == '\\' && escape.region(at, text.length()).lookingAt()) {
                one(1);
                at = escape.end();
            } else if (next == '[') {
                one(1);
                skipClass();
            } else if (next == '(') {
                outer.push(before + last);
                before = 0;
                last = 0;
                at++;
            } else if (next == ')') {
                long inside = before + last + 2;
                before = outer.isEmpty() ? 0 : outer.pop();
                last = inside;
                at++;
            } else if (next == '{' && counts.region(at, text.length()).lookingAt()) {
                last = (last + 1) * times(counts);
                at = counts.end();
            } else {
                // What repeats belongs to what it repeats.
                if ("*+?".indexOf(next) >= 0) {
                    last++;
                } else {
                    one(1);
                }
                at++;
            }
        }
        // What is open still counts: there may be an end to it that was not looked for.
        return before + last + outer.stream().mapToLong(Long::longValue).sum();
    }

    private void one(long size) {
        before += last;
        last = size;
    }

    private static long times(Matcher counts) {
        var most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
        // RE2 has no counts beyond a thousand.
        return most.length() > 4 ? MOST_ESTIMATED : 1 + Long.parseLong(most);
    }

    private void skipClass() {
        at++;
        at += text.startsWith("^", at) ? 1 : 0;
        at += text.startsWith("]", at) ? 1 : 0;
        while (at < text.length() && text.charAt(at) != ']') {
            int end = text.startsWith("[:", at) ? text.indexOf(":]", at) : -1;
            at = end >= 0 ? end + 2 : at + (text.charAt(at) == '\\' ? 2 : 1);
        }
        at++;
    }
}
