package dev.ullage.reports;

import dev.ullage.analysis.ControlOutcome;
import dev.ullage.rule.Rule;
import dev.ullage.rule.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How SARIF describes a rule: everything that GitHub shows beside an alert. */
final class SarifRule {

    /** GitHub reads so many. */
    private static final int MOST_TAGS = 20;

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_HELP = 8_000;

    private SarifRule() {}

    /** Writes the members of the rule's descriptor. */
    static void write(Rule rule, List<ControlOutcome> controls, JsonText json) throws IOException {
        json.text("id", id(rule.id()));
        json.text("name", name(rule.id()));
        json.object("shortDescription", () -> json.text("text", text(orElse(rule.title(), rule.id()), LONGEST_TITLE)));
        json.object("fullDescription", () -> json.text("text", text(orElse(rule.why(), rule.title()), LONGEST_TEXT)));
        json.object("help", () -> {
            json.text("text", text(help(rule), LONGEST_HELP));
            json.text("markdown", ForeignText.shortened(markdown(rule), LONGEST_HELP));
        });
        json.object("defaultConfiguration", () -> json.text("level", level(rule.severity())));
        json.object("properties", () -> {
            json.text("security-severity", securitySeverity(rule.severity()));
            json.text("precision", "high");
            json.texts("tags", tags(rule, controls));
        });
    }

    static String id(String id) {
        return ForeignText.visible(id);
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** GitHub's bands: over 9.0 critical, from 7.0 high, from 4.0 medium, below low. */
    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
        };
    }

    /** {@code GcsObjectPublic} of {@code gcs-object-public}, as SARIF wants names to be. */
    private static String name(String id) {
        return Arrays.stream(id.split("[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<String> tags(Rule rule, List<ControlOutcome> controls) {
        var bearsOn = controls.stream()
                .map(ControlOutcome::control)
                .filter(control -> control.rules().contains(rule.id()))
                .map(control -> control.framework() + " " + control.id());
        return Stream.concat(Stream.of("security", rule.topic()), bearsOn)
                .map(ForeignText::visible)
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    private static String help(Rule rule) {
        return Stream.of(
                        Stream.of(rule.why()),
                        Stream.of("Fix: " + rule.fix()),
                        rule.falsePositives().stream().map(one -> "Not a problem: " + one),
                        rule.references().stream().map(one -> "See " + one))
                .flatMap(part -> part)
                .map(ForeignText::prose)
                .collect(Collectors.joining(" "));
    }

    private static String markdown(Rule rule) {
        return Stream.of(
                        Stream.of(escaped(rule.why())),
                        Stream.of("**Fix:** " + escaped(rule.fix())),
                        rule.falsePositives().stream().map(one -> "**Not a problem:** " + escaped(one)),
                        rule.references().stream().map(one -> "**See** " + escaped(one)))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
    }

    private static String escaped(String text) {
        return ForeignText.markdown(ForeignText.prose(text));
    }

    private static String text(String text, int limit) {
        return ForeignText.sarif(ForeignText.shortened(ForeignText.prose(text), limit));
    }

    private static String orElse(String text, String other) {
        return text.isBlank() ? other : text;
    }
}
