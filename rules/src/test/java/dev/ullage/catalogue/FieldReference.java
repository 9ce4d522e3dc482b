package dev.ullage.catalogue;

import dev.ullage.rule.Subject;
import dev.ullage.rule.subject.Field;
import dev.ullage.rule.subject.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page about all that rules can ask, written from the records that rules see. */
final class FieldReference {

    private FieldReference() {}

    static String text() {
        return """
                # What rules can ask

                This page is written from the records in `dev.ullage.rule.subject`; a test holds it to them. Every field can be unknown, and
                `as_of`, the time that the facts describe, is a timestamp beside them all. How to write a rule: [README](README.md).
                """
                + Arrays.stream(Variable.values()).map(FieldReference::section).collect(Collectors.joining());
    }

    private static String section(Variable variable) {
        var rows = variable.fields().values().stream()
                .map(field -> "| `%s` | %s | %s |\n".formatted(field.name(), type(field), meaning(field)))
                .collect(Collectors.joining());
        return "\n## `%s`: %s\n\nIn rules for %s.\n\n| field | type | what it says |\n|---|---|---|\n%s"
                .formatted(variable.word(), variable.means(), subjects(variable), rows);
    }

    private static String subjects(Variable variable) {
        return Arrays.stream(Subject.values())
                .filter(subject -> Variable.of(subject).contains(variable))
                .map(subject -> "`" + subject.word() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String type(Field field) {
        return field.words().isEmpty() ? field.type().inRules() : field.type().inRules() + ": " + code(field.words());
    }

    private static String meaning(Field field) {
        var note = field.note().isEmpty() ? "" : ". " + field.note();
        var example = field.example().isEmpty() ? "" : ". Such as `" + field.example() + "`";
        return field.means() + note + example;
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
    }
}
