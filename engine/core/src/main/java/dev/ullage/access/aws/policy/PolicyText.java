package dev.ullage.access.aws.policy;

import dev.ullage.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy that may have wildcards and policy variables. A variable stands for the value of a key, whose own
 * stars are no wildcards; one whose key is absent or has several values, and which has no default, matches nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
final class PolicyText {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\s*([^,\\s]+)\\s*,\\s*'(.*)'\\s*");

    /**
     * A stretch of the text.
     *
     * @param key of a variable; null for plain text
     * @param text plain text, or what the variable stands for where its key is absent; null when it has no default
     */
    private record Part(@Nullable String key, @Nullable String text, boolean isPattern) {}

    private final String text;
    private final List<Part> parts;
    /** The same for every request; null where there is a variable. */
    private final @Nullable Wildcard constant;
    /** {@link #constant} as it is matched; null as well. */
    private final @Nullable Resolved resolved;

    private PolicyText(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
        this.constant = parts.stream().allMatch(part -> part.key == null) ? constant(parts) : null;
        this.resolved = constant == null ? null : new Resolved(constant, true);
    }

    /** A text whose stars are wildcards; {@code hasVariables} is false in the older version of the language. */
    static PolicyText pattern(String text, boolean hasVariables) {
        return new PolicyText(text, parts(text, true, hasVariables));
    }

    /** A text whose stars are stars. */
    static PolicyText plain(String text, boolean hasVariables) {
        return new PolicyText(text, parts(text, false, hasVariables));
    }

    private static List<Part> parts(String text, boolean isPattern, boolean hasVariables) {
        if (!hasVariables || !text.contains("${")) {
            return List.of(new Part(null, text, isPattern));
        }
        var parts = new ArrayList<Part>();
        var variables = VARIABLE.matcher(text);
        int end = 0;
        while (variables.find()) {
            parts.add(new Part(null, text.substring(end, variables.start()), isPattern));
            parts.add(variable(variables.group(1)));
            end = variables.end();
        }
        parts.add(new Part(null, text.substring(end), isPattern));
        return List.copyOf(parts);
    }

    private static Part variable(String inside) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return new Part(null, inside, false);
        }
        var withDefault = WITH_DEFAULT.matcher(inside);
        return withDefault.matches()
                ? new Part(withDefault.group(1).toLowerCase(Locale.ROOT), withDefault.group(2), false)
                : new Part(inside.strip().toLowerCase(Locale.ROOT), null, false);
    }

    private static Wildcard constant(List<Part> parts) {
        var builder = new Wildcard.Builder();
        parts.forEach(part -> add(builder, part));
        return builder.build();
    }

    private static void add(Wildcard.Builder builder, Part part) {
        var text = part.text == null ? "" : part.text;
        if (part.isPattern) {
            builder.pattern(text);
        } else {
            builder.literal(text);
        }
    }

    /** What the text stands for in a request. */
    Resolved resolve(RequestContext context) {
        return resolved == null ? resolveVariables(context) : resolved;
    }

    /**
     * A text with the values of its variables.
     *
     * @param pattern null when it matches nothing, since a variable has no value
     * @param isSure false when a value is not known, and the pattern has anything in its place
     */
    record Resolved(@Nullable Wildcard pattern, boolean isSure) {

        private static final Resolved NOTHING = new Resolved(null, true);

        Answer matches(String text) {
            return matches(text, 0);
        }

        Answer matches(String text, int from) {
            if (pattern == null || !pattern.matches(text, from)) {
                return Answer.NO;
            }
            return isSure ? Answer.YES : Answer.UNKNOWN;
        }
    }

    private Resolved resolveVariables(RequestContext context) {
        var builder = new Wildcard.Builder();
        boolean isSure = true;
        for (var part : parts) {
            if (part.key == null) {
                add(builder, part);
                continue;
            }
            var value = context.value(part.key);
            if (value.isUnknown()) {
                isSure = false;
                builder.anything();
            } else if (value.values().size() == 1) {
                builder.literal(value.values().get(0));
            } else if (value.isAbsent() && part.text != null) {
                builder.literal(part.text);
            } else {
                return Resolved.NOTHING;
            }
        }
        return new Resolved(builder.build(), isSure);
    }

    /** The keys of its variables, in lower case. */
    Stream<String> keys() {
        return parts.stream().flatMap(part -> Stream.ofNullable(part.key));
    }

    /** The text that whatever it matches begins with. */
    String head() {
        if (constant != null) {
            return constant.head();
        }
        var first = parts.get(0);
        return first.key == null && first.isPattern && first.text != null
                ? Wildcard.of(first.text).head()
                : "";
    }

    /** The pattern, if it is the same for every request. */
    @Nullable
    Wildcard constant() {
        return constant;
    }

    /** The text as it is in the policy. */
    String text() {
        return text;
    }

    /** The text with those variables replaced whose values are known, for a person to read. */
    String shown(RequestContext context) {
        if (constant != null) {
            return text;
        }
        var shown = new StringBuilder();
        var variables = VARIABLE.matcher(text);
        while (variables.find()) {
            var part = variable(variables.group(1));
            var value = part.key == null ? ContextValue.UNKNOWN : context.value(part.key);
            var replacement = value.values().size() == 1 ? value.values().get(0) : variables.group();
            variables.appendReplacement(shown, java.util.regex.Matcher.quoteReplacement(replacement));
        }
        return variables.appendTail(shown).toString();
    }
}
