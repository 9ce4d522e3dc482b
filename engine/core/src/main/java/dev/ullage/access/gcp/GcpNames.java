package dev.ullage.access.gcp;

import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.regex.UnreadableRegexException;
import dev.ullage.cel.iam.ExtractionTemplate;
import dev.ullage.cel.iam.NameTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which names pass a comparison of {@code resource.name}: exactly, as globs where globs can say it, as a regular language
 * where only that can.
 */
final class GcpNames {

    /** Globs cannot say it. */
    private static final class Beyond extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Names that pass.
     *
     * @param problem why they are not known exactly; empty where they are
     */
    record Passing(Reach names, String problem) {

        private static Passing unknown(String problem) {
            return new Passing(Reach.atMost(NameSet.all()), problem);
        }
    }

    private final String lead;
    private final boolean straddling;

    /**
     * Reads comparisons.
     *
     * @param straddling whether only those names matter in which an extraction's prefix begins before the object's name
     */
    private GcpNames(String lead, boolean straddling) {
        this.lead = lead;
        this.straddling = straddling;
    }

    /**
     * The names that pass.
     *
     * @param lead what stands before the object's name in {@code resource.name}
     */
    static Passing passing(NameTest test, String lead) {
        try {
            return new Passing(Reach.exactly(names(test, lead)), "");
        } catch (TooComplexException tooComplex) {
            return Passing.unknown(
                    "`%s` is too complex to decide exactly: %s".formatted(test.text(), tooComplex.getMessage()));
        } catch (UnreadableRegexException unreadable) {
            return Passing.unknown("`%s` cannot be decided: %s".formatted(test.text(), unreadable.getMessage()));
        }
    }

    private static NameSet names(NameTest test, String lead) throws UnreadableRegexException {
        try {
            return new GcpNames(lead, /* straddling= */ false).globs(test);
        } catch (Beyond | TooComplexException beyond) {
            return where(test, lead);
        }
    }

    private static NameSet where(NameTest test, String lead) throws UnreadableRegexException {
        var all = NameSet.where(test.text(), NameLanguage.passing(test), lead);
        if (test.template() == null) {
            return all;
        }
        var some = NameSet.union(ends(test.template().prefix(), lead).stream()
                .map(NameSet::prefix)
                .toList());
        try {
            // The usual ones are said as a person would.
            var said = new GcpNames(lead, /* straddling= */ true).globs(test);
            return some.isEmpty() ? all : said.and(some).or(all.minus(some));
        } catch (Beyond | TooComplexException beyond) {
            return all;
        }
    }

    /** What is left of a text that begins in what all names have in common and ends in the name. */
    private static List<String> ends(String text, String lead) {
        return IntStream.range(Math.max(0, lead.length() - text.length() + 1), lead.length())
                .filter(i -> text.startsWith(lead.substring(i)))
                .mapToObj(i -> text.substring(lead.length() - i))
                .toList();
    }

    private NameSet globs(NameTest test) throws Beyond {
        var template = test.template();
        if (template == null) {
            return whole(test);
        }
        // Where the prefix lies in what all names have in common and nothing follows, a rest of the name is left.
        int at = lead.indexOf(template.prefix());
        if (at >= 0 && template.suffix().isEmpty()) {
            var rest = new NameTest(null, test.relation(), test.values());
            return new GcpNames(lead.substring(at + template.prefix().length()), straddling).whole(rest);
        }
        return switch (test.relation()) {
            case IS_ONE_OF -> {
                var all = new ArrayList<NameSet>();
                for (var value : test.values()) {
                    all.add(equal(template, value));
                }
                yield NameSet.union(all);
            }
            case STARTS_WITH -> startingWith(template, test.value());
            default -> throw new Beyond();
        };
    }

    private NameSet whole(NameTest test) throws Beyond {
        return switch (test.relation()) {
            case IS_ONE_OF ->
                NameSet.union(test.values().stream()
                        .map(value -> after(literal(value)))
                        .toList());
            case STARTS_WITH -> after(literal(test.value()) + "*");
            case ENDS_WITH -> after("*" + literal(test.value()));
            case CONTAINS -> after("*" + literal(test.value()) + "*");
            case MATCHES ->
                NameSet.union(RegexGlobs.of(test.value()).orElseThrow(Beyond::new).stream()
                        .map(this::after)
                        .toList());
        };
    }

    private NameSet equal(ExtractionTemplate template, String value) throws Beyond {
        var suffix = template.suffix();
        if (value.isEmpty()) {
            return NameSet.all().minus(filled(template));
        }
        if (suffix.isEmpty()) {
            return first(template.prefix(), literal(value));
        }
        return (value + suffix).indexOf(suffix) < value.length()
                ? NameSet.none()
                : first(template.prefix(), literal(value + suffix) + "*");
    }

    /** Names of which something is taken out. */
    private NameSet filled(ExtractionTemplate template) throws Beyond {
        var suffix = literal(template.suffix());
        return suffix.isEmpty()
                ? first(template.prefix(), "?*")
                : first(template.prefix(), "*" + suffix + "*").minus(first(template.prefix(), suffix + "*"));
    }

    private NameSet startingWith(ExtractionTemplate template, String value) throws Beyond {
        var suffix = template.suffix();
        if (value.isEmpty()) {
            return NameSet.all();
        }
        if (suffix.isEmpty()) {
            return first(template.prefix(), literal(value) + "*");
        }
        if (value.contains(suffix)) {
            return NameSet.none();
        }
        var found = first(template.prefix(), literal(value) + "*" + literal(suffix) + "*");
        for (int i = 1; i < value.length(); i++) {
            if (suffix.startsWith(value.substring(i))) {
                // The suffix begins inside the value, and what is taken out is shorter than it.
                found = found.minus(first(template.prefix(), literal(value.substring(0, i) + suffix) + "*"));
            }
        }
        return found;
    }

    /** Names in which the first occurrence of a text is followed by what matches a glob, to the end. */
    private NameSet first(String text, String rest) throws Beyond {
        int at = lead.indexOf(text);
        if (at >= 0) {
            return NameSet.matchingEscaped(rest, lead.substring(at + text.length()));
        }
        var decided = NameSet.none();
        var found = NameSet.none();
        for (var end : ends(text, lead)) {
            found = found.or(NameSet.matchingEscaped(literal(end) + rest, "").minus(decided));
            decided = decided.or(NameSet.prefix(end));
        }
        if (straddling) {
            return found;
        }
        var anywhere = NameSet.matchingEscaped("*" + literal(text) + rest, "").minus(decided);
        var twice = twice(text, rest);
        // Taking away those in which it comes earlier is right only if none of them has it first, too.
        if (rest.contains("*") && anywhere.intersects(twice)) {
            throw new Beyond();
        }
        return found.or(anywhere.minus(twice));
    }

    /** Names in which the text is followed by what matches the rest, and occurs before that too. */
    private static NameSet twice(String text, String rest) {
        var globs = new ArrayList<String>(List.of("*" + literal(text) + "*" + literal(text) + rest));
        for (int i = 1; i < text.length(); i++) {
            if (text.startsWith(text.substring(i))) {
                globs.add("*" + literal(text.substring(0, i) + text) + rest);
            }
        }
        return NameSet.union(
                globs.stream().map(glob -> NameSet.matchingEscaped(glob, "")).toList());
    }

    private NameSet after(String glob) {
        return NameSet.matchingEscaped(glob, lead);
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }
}
