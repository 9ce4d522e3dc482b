package dev.ullage.access.gcp;

import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.cel.iam.ExtractionTemplate;
import dev.ullage.cel.iam.NameTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Which names pass a comparison of {@code resource.name}. What only regular expressions could say is known from both sides:
 * names that pass for sure, and names that may.
 */
final class GcpNames {

    private static final Reach ANY = Reach.atMost(NameSet.all());

    private final String lead;

    private GcpNames(String lead) {
        this.lead = lead;
    }

    /**
     * The names that pass.
     *
     * @param lead what stands before the object's name in {@code resource.name}
     */
    static Reach passing(NameTest test, String lead) {
        try {
            return new GcpNames(lead).passing(test);
        } catch (TooComplexException tooComplex) {
            return ANY;
        }
    }

    private Reach passing(NameTest test) {
        var template = test.template();
        if (template == null) {
            return whole(test);
        }
        // Where the prefix lies in what all names have in common and nothing follows, a rest of the name is left.
        int at = lead.indexOf(template.prefix());
        if (at >= 0 && template.suffix().isEmpty()) {
            var rest = new NameTest(null, test.relation(), test.values());
            return passing(rest, lead.substring(at + template.prefix().length()));
        }
        return switch (test.relation()) {
            case IS_ONE_OF ->
                Reach.union(test.values().stream()
                        .map(value -> equal(template, value))
                        .toList());
            case STARTS_WITH -> startingWith(template, test.value());
            default -> ANY;
        };
    }

    private Reach whole(NameTest test) {
        return switch (test.relation()) {
            case IS_ONE_OF ->
                Reach.union(test.values().stream()
                        .map(value -> after(literal(value)))
                        .toList());
            case STARTS_WITH -> after(literal(test.value()) + "*");
            case ENDS_WITH -> after("*" + literal(test.value()));
            case CONTAINS -> after("*" + literal(test.value()) + "*");
            case MATCHES ->
                RegexGlobs.of(test.value())
                        .map(globs ->
                                Reach.union(globs.stream().map(this::after).toList()))
                        .orElse(ANY);
        };
    }

    private Reach equal(ExtractionTemplate template, String value) {
        var suffix = template.suffix();
        if (value.isEmpty()) {
            return Reach.all().minus(filled(template));
        }
        if (suffix.isEmpty()) {
            return first(template.prefix(), literal(value));
        }
        return (value + suffix).indexOf(suffix) < value.length()
                ? Reach.none()
                : first(template.prefix(), literal(value + suffix) + "*");
    }

    /** Names of which something is taken out. */
    private Reach filled(ExtractionTemplate template) {
        var suffix = literal(template.suffix());
        return suffix.isEmpty()
                ? first(template.prefix(), "?*")
                : first(template.prefix(), "*" + suffix + "*").minus(first(template.prefix(), suffix + "*"));
    }

    private Reach startingWith(ExtractionTemplate template, String value) {
        var suffix = template.suffix();
        if (value.isEmpty()) {
            return Reach.all();
        }
        if (suffix.isEmpty()) {
            return first(template.prefix(), literal(value) + "*");
        }
        if (value.contains(suffix)) {
            return Reach.none();
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
    private Reach first(String text, String rest) {
        int at = lead.indexOf(text);
        if (at >= 0) {
            return Reach.exactly(NameSet.matchingEscaped(rest, lead.substring(at + text.length())));
        }
        var decided = NameSet.none();
        var found = NameSet.none();
        for (int i = Math.max(0, lead.length() - text.length() + 1); i < lead.length(); i++) {
            if (text.startsWith(lead.substring(i))) {
                // The text may begin in what all names have in common and end in the name.
                var end = text.substring(lead.length() - i);
                found = found.or(
                        NameSet.matchingEscaped(literal(end) + rest, "").minus(decided));
                decided = decided.or(NameSet.prefix(end));
            }
        }
        var anywhere = NameSet.matchingEscaped("*" + literal(text) + rest, "").minus(decided);
        var notBefore = anywhere.minus(twice(text, rest));
        return rest.contains("*")
                ? new Reach(found.or(notBefore), found.or(anywhere))
                : Reach.exactly(found.or(notBefore));
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

    private Reach after(String glob) {
        return Reach.exactly(NameSet.matchingEscaped(glob, lead));
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }
}
