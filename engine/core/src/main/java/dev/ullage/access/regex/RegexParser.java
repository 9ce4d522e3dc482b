package dev.ullage.access.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.regex.Regex.Spot;
import dev.ullage.cel.iam.RegexSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the syntax of RE2. RE2/J has said before that the text is in it, so that what is left to find out is what it means;
 * what a class of characters means is left to RE2/J as well.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">Syntax</a>
 */
final class RegexParser {

    private static final int DEEPEST = 100;
    private static final int MOST_SCANS = 8;
    private static final String QUOTE_END = "\\E";
    private static final java.util.regex.Pattern COUNTS =
            java.util.regex.Pattern.compile("\\{(0|[1-9]\\d{0,3})(,(0|[1-9]\\d{0,3})?)?\\}");

    /** What a switch of flags leaves behind; a star after it is for what stands before it. */
    private static final Regex NOTHING = new Regex.Choice(List.of());

    /** What {@code (?ims)} switches; which match is preferred is of no interest. */
    private record Flags(boolean fold, boolean lines, boolean dotAll) {

        Flags with(int letter, boolean on) {
            return switch (letter) {
                case 'i' -> new Flags(on, lines, dotAll);
                case 'm' -> new Flags(fold, on, dotAll);
                case 's' -> new Flags(fold, lines, on);
                default -> this;
            };
        }
    }

    private final String text;
    private int at;
    private int depth;
    private int scans;
    private Flags flags = new Flags(false, false, false);

    private RegexParser(String text) {
        this.text = text;
    }

    static Regex parse(String text) throws UnreadableRegexException {
        var excess = RegexSize.excess(text);
        if (excess.isPresent()) {
            throw new TooComplexException(excess.get());
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new UnreadableRegexException(
                    "`%s` is no regular expression of RE2: %s".formatted(RegexSize.shortened(text), e.getDescription()),
                    e);
        }
        var parser = new RegexParser(text);
        var regex = parser.choice();
        if (parser.more()) {
            throw parser.beyond();
        }
        return regex;
    }

    private Regex choice() throws UnreadableRegexException {
        var all = new ArrayList<Regex>(List.of(sequence()));
        while (take('|')) {
            all.add(sequence());
        }
        return all.size() == 1 ? all.get(0) : new Regex.Choice(all);
    }

    private Regex sequence() throws UnreadableRegexException {
        var all = new ArrayList<Regex>();
        while (more() && peek() != '|' && peek() != ')') {
            if (text.startsWith("\\Q", at)) {
                quoted(all);
            } else {
                var atom = atom();
                if (atom != NOTHING) {
                    all.add(atom);
                }
            }
            repeat(all);
        }
        return new Regex.Sequence(all);
    }

    private void quoted(List<Regex> into) {
        int end = text.indexOf(QUOTE_END, at + 2);
        var literal = text.substring(at + 2, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + QUOTE_END.length();
        literal.codePoints().forEach(point -> into.add(literal(point)));
    }

    /** Applies to the last one what says how often it may come. */
    private void repeat(List<Regex> all) throws UnreadableRegexException {
        while (more()) {
            int least = 0;
            int most = Regex.WITHOUT_END;
            if (take('+')) {
                least = 1;
            } else if (take('?')) {
                most = 1;
            } else if (!take('*')) {
                var counts = counts();
                if (counts.length == 0) {
                    return;
                }
                least = counts[0];
                most = counts[1];
            }
            take('?');
            if (all.isEmpty()) {
                throw beyond();
            }
            int last = all.size() - 1;
            all.set(last, new Regex.Repeat(all.get(last), least, most));
        }
    }

    /** The two numbers in braces; nothing where the brace is just one. */
    private int[] counts() {
        var braces = COUNTS.matcher(text);
        if (!braces.region(at, text.length()).lookingAt()) {
            return new int[0];
        }
        at = braces.end();
        int least = Integer.parseInt(braces.group(1));
        if (braces.group(2) == null) {
            return new int[] {least, least};
        }
        var most = braces.group(3);
        return new int[] {least, most == null ? Regex.WITHOUT_END : Integer.parseInt(most)};
    }

    private Regex atom() throws UnreadableRegexException {
        int point = next();
        return switch (point) {
            case '.' -> new Regex.One(flags.dotAll ? Characters.ALL : Characters.OF_A_LINE);
            case '^' -> new Regex.At(flags.lines ? Spot.BEGIN_OF_LINE : Spot.BEGIN_OF_TEXT);
            case '$' -> new Regex.At(flags.lines ? Spot.END_OF_LINE : Spot.END_OF_TEXT);
            case '(' -> group();
            case '[' -> bracketed();
            case '\\' -> escaped();
            case '*', '+', '?' -> throw beyond();
            default -> literal(point);
        };
    }

    private Regex group() throws UnreadableRegexException {
        if (++depth > DEEPEST) {
            throw new TooComplexException(
                    "a regular expression has more than %d parentheses in each other".formatted(DEEPEST));
        }
        var outer = flags;
        if (text.startsWith("?P<", at) || text.startsWith("?<", at)) {
            at = text.indexOf('>', at) + 1;
        } else if (take('?') && switchesForTheRest()) {
            depth--;
            return NOTHING;
        }
        var inside = choice();
        if (!take(')')) {
            throw beyond();
        }
        flags = outer;
        depth--;
        return inside;
    }

    /** Reads letters such as {@code i-s}; true when they hold for what follows the parenthesis, false within it. */
    private boolean switchesForTheRest() throws UnreadableRegexException {
        boolean on = true;
        while (more()) {
            int point = next();
            switch (point) {
                case '-' -> on = false;
                case 'i', 'm', 's', 'U' -> flags = flags.with(point, on);
                case ':' -> {
                    return false;
                }
                case ')' -> {
                    return true;
                }
                default -> throw beyond();
            }
        }
        throw beyond();
    }

    private Regex bracketed() throws UnreadableRegexException {
        int start = at - 1;
        take('^');
        take(']');
        while (more() && peek() != ']') {
            int point = next();
            if (point == '\\') {
                next();
            } else if (point == '[' && take(':')) {
                int end = text.indexOf(":]", at);
                at = end < 0 ? at : end + 2;
            }
        }
        if (!take(']')) {
            throw beyond();
        }
        return characters(text.substring(start, at));
    }

    private Regex escaped() throws UnreadableRegexException {
        int start = at - 1;
        int point = next();
        return switch (point) {
            case 'A' -> new Regex.At(Spot.BEGIN_OF_TEXT);
            case 'z' -> new Regex.At(Spot.END_OF_TEXT);
            case 'b' -> new Regex.At(Spot.EDGE_OF_WORD);
            case 'B' -> new Regex.At(Spot.NO_EDGE_OF_WORD);
            case 'p', 'P' -> {
                int name = next();
                at = name == '{' ? text.indexOf('}', at) + 1 : at;
                yield characters(text.substring(start, at));
            }
            case 'd', 'D', 's', 'S', 'w', 'W' -> characters(text.substring(start, at));
            default -> literal(character(point));
        };
    }

    /** The one character that is written with a backslash. */
    private int character(int point) throws UnreadableRegexException {
        return switch (point) {
            case 'a' -> 7;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case 'x' -> hexadecimal();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(point);
            default -> {
                if (point > 0x7F || Character.isLetterOrDigit(point)) {
                    throw beyond();
                }
                yield point;
            }
        };
    }

    private int hexadecimal() throws UnreadableRegexException {
        boolean braced = take('{');
        int end = braced ? text.indexOf('}', at) : at + 2;
        if (end < at || end > text.length()) {
            throw beyond();
        }
        try {
            return Integer.parseInt(text.substring(at, end), 16);
        } catch (NumberFormatException e) {
            throw new UnreadableRegexException(
                    "`%s` has a number that is none".formatted(RegexSize.shortened(text)), e);
        } finally {
            at = braced ? end + 1 : end;
        }
    }

    private int octal(int first) {
        int value = first - '0';
        for (int i = 1; i < 3 && more() && '0' <= peek() && peek() <= '7'; i++) {
            value = value * 8 + text.charAt(at++) - '0';
        }
        return value;
    }

    private Regex literal(int point) {
        if (!flags.fold || point < 0x80 && !Character.isLetter(point)) {
            return new Regex.One(Characters.of(point));
        }
        return characters(point < 0x80 ? Character.toString(point) : "\\x{" + Integer.toHexString(point) + "}");
    }

    private Regex characters(String expression) {
        if (Characters.isBeyondAscii(expression) && ++scans > MOST_SCANS) {
            throw new TooComplexException(
                    "a regular expression has more than %d classes of characters beyond ASCII".formatted(MOST_SCANS));
        }
        return new Regex.One(Characters.matching((flags.fold ? "(?i)" : "") + expression));
    }

    private boolean more() {
        return at < text.length();
    }

    private int peek() {
        return text.codePointAt(at);
    }

    private int next() throws UnreadableRegexException {
        if (!more()) {
            throw beyond();
        }
        int point = peek();
        at += Character.charCount(point);
        return point;
    }

    private boolean take(int point) {
        if (more() && peek() == point) {
            at++;
            return true;
        }
        return false;
    }

    private UnreadableRegexException beyond() {
        return new UnreadableRegexException(
                "what `%s` means at character %d is not known".formatted(RegexSize.shortened(text), at));
    }
}
