package dev.ullage.access.aws.policy;

import dev.ullage.access.NamePattern;
import dev.ullage.access.NameSet;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one. It takes no more steps than the product of
 * the two lengths, and needs no memory to match.
 */
final class Wildcard {

    private static final int STAR = -1;
    private static final int ONE = -2;

    private final int[] tokens;
    /** The characters before the first wildcard. */
    private final String head;
    /** How many tokens the head is. */
    private final int headTokens;
    /** True when nothing but one star follows the head. */
    private final boolean isPrefix;
    /** The texts after each star, the last of which a match ends with; null where they cannot be searched for. */
    private final String @Nullable [] afterStars;
    /** Made when it is first asked what may follow. */
    private @Nullable NamePattern continuation;

    private Wildcard(int[] tokens) {
        this.tokens = tokens;
        int length = 0;
        while (length < tokens.length && tokens[length] >= 0) {
            length++;
        }
        this.headTokens = length;
        this.head = new String(tokens, 0, length);
        this.isPrefix = tokens.length == length + 1 && tokens[length] == STAR;
        this.afterStars = afterStars(tokens, length);
    }

    /** Half a surrogate pair would be found inside of whole ones, so that such a text is left to the slow way. */
    private static String @Nullable [] afterStars(int[] tokens, int from) {
        var texts = new ArrayList<String>();
        for (int i = from; i < tokens.length; ) {
            if (tokens[i] != STAR) {
                return null;
            }
            int begin = ++i;
            while (i < tokens.length && tokens[i] >= 0) {
                if (tokens[i] >= Character.MIN_SURROGATE && tokens[i] <= Character.MAX_SURROGATE) {
                    return null;
                }
                i++;
            }
            texts.add(new String(tokens, begin, i - begin));
        }
        return texts.toArray(String[]::new);
    }

    /** Every {@code *} and {@code ?} of the text is a wildcard. */
    static Wildcard of(String text) {
        return new Builder().pattern(text).build();
    }

    /** A pattern put together from parts that have wildcards and parts that have none. */
    static final class Builder {

        private int[] tokens = new int[16];
        private int size;

        Builder pattern(String text) {
            for (int i = 0; i < text.length(); ) {
                int point = text.codePointAt(i);
                add(point == '*' ? STAR : point == '?' ? ONE : point);
                i += Character.charCount(point);
            }
            return this;
        }

        Builder literal(String text) {
            for (int i = 0; i < text.length(); ) {
                int point = text.codePointAt(i);
                add(point);
                i += Character.charCount(point);
            }
            return this;
        }

        Builder tokens(int[] more) {
            for (int token : more) {
                add(token);
            }
            return this;
        }

        /** Anything at all. */
        Builder anything() {
            add(STAR);
            return this;
        }

        private void add(int token) {
            // Two stars match what one does, and cost as much more.
            if (token == STAR && size > 0 && tokens[size - 1] == STAR) {
                return;
            }
            if (size == tokens.length) {
                tokens = Arrays.copyOf(tokens, 2 * size);
            }
            tokens[size++] = token;
        }

        Wildcard build() {
            return new Wildcard(Arrays.copyOf(tokens, size));
        }
    }

    /** True when it is a text and one star behind it. */
    boolean isPrefix() {
        return isPrefix;
    }

    /** The pattern behind a text that has no wildcards. */
    Wildcard behind(String text) {
        return new Builder().literal(text).tokens(tokens).build();
    }

    boolean isLiteral() {
        return headTokens == tokens.length;
    }

    boolean isEverything() {
        return isPrefix && head.isEmpty();
    }

    /** The text that every match begins with. */
    String head() {
        return head;
    }

    boolean matches(String text) {
        return matches(text, 0);
    }

    /** Whether the text from this index to its end matches. */
    boolean matches(String text, int from) {
        if (!text.startsWith(head, from)) {
            return false;
        }
        int at = from + head.length();
        return isPrefix
                || (isLiteral()
                        ? text.length() == at
                        : afterStars == null ? matchesGreedily(text, at) : hasAll(afterStars, text, at));
    }

    /** Whether the texts follow one another with anything between, the last at the end: each where it is found first. */
    private static boolean hasAll(String[] texts, String text, int from) {
        var last = texts[texts.length - 1];
        int end = text.length() - last.length();
        if (end < from || !text.startsWith(last, end)) {
            return false;
        }
        int at = from;
        for (int i = 0; i < texts.length - 1; i++) {
            int found = text.indexOf(texts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + texts[i].length();
        }
        return at <= end;
    }

    /** Only the last star has to be tried again: whatever an earlier one might take, the last can take as well. */
    private boolean matchesGreedily(String text, int from) {
        int at = from;
        int token = headTokens;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (token < tokens.length && tokens[token] == STAR) {
                star = token++;
                retry = at;
            } else if (token < tokens.length && (tokens[token] == ONE || tokens[token] == point)) {
                token++;
                at += Character.charCount(point);
            } else if (star >= 0) {
                token = star + 1;
                retry += Character.charCount(text.codePointAt(retry));
                at = retry;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == STAR) {
            token++;
        }
        return token == tokens.length;
    }

    /** The texts that may follow after {@code lead}, so that both together match. */
    NameSet after(String lead) {
        if (isPrefix && lead.startsWith(head)) {
            return NameSet.all();
        }
        var known = continuation;
        if (known == null) {
            known = NamePattern.ofEscaped(escaped());
            continuation = known;
        }
        return known.after(lead);
    }

    /** The pattern with a backslash before each character that is meant literally and could be taken for a wildcard. */
    String escaped() {
        var text = new StringBuilder();
        for (int token : tokens) {
            if (token == STAR) {
                text.append('*');
            } else if (token == ONE) {
                text.append('?');
            } else {
                if (token == '*' || token == '?' || token == '\\') {
                    text.append('\\');
                }
                text.appendCodePoint(token);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return escaped();
    }
}
