package dev.ullage.cel;

import dev.ullage.rule.Subject;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.Variable;
import dev.ullage.yaml.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sentence with places for facts, such as {@code `{credential.id}` was made {credential.created}}. */
final class Message {

    private final String template;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final List<Function<Facts, String>> parts = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    Message(String template, Subject subject) {
        this.template = template;
        Variable.of(subject).forEach(variable -> variables.put(variable.word(), variable));
        var from = 0;
        while (from < template.length()) {
            from = template.charAt(from) == '{' ? place(from) : words(from);
        }
    }

    /** What is wrong with it, in the order of the text. */
    List<Complaint> complaints() {
        return complaints;
    }

    /** The sentence about these facts. */
    String about(Facts facts) {
        return parts.stream().map(part -> part.apply(facts)).collect(Collectors.joining());
    }

    private int words(int from) {
        var brace = template.indexOf('{', from);
        var to = brace < 0 ? template.length() : brace;
        var words = template.substring(from, to);
        if (words.contains("}")) {
            complain(from + words.indexOf('}'), "a `}` closes nothing", "write places as `{variable.field}`");
        }
        parts.add(facts -> words);
        return to;
    }

    private int place(int open) {
        var close = template.indexOf('}', open);
        if (close < 0) {
            complain(open, "a `{` is not closed", "write places as `{variable.field}`");
            return template.length();
        }
        var place = template.substring(open + 1, close);
        var dot = place.indexOf('.');
        if (place.equals(Facts.AS_OF)) {
            parts.add(facts -> Wording.of(facts.asOf()));
        } else if (dot < 0) {
            complain(open + 1, "`" + place + "` names no field", "write `{variable.field}`");
        } else {
            field(open + 1, place.substring(0, dot), place.substring(dot + 1));
        }
        return close + 1;
    }

    private void field(int offset, String variableName, String fieldName) {
        var variable = variables.get(variableName);
        if (variable == null) {
            complain(
                    offset,
                    "unknown variable `" + variableName + "`",
                    Spelling.remedy(variableName, variables.keySet()));
            return;
        }
        var field = variable.fields().get(fieldName);
        if (field == null) {
            complain(
                    offset + variableName.length() + 1,
                    "`" + variableName + "` has no field `" + fieldName + "`",
                    Spelling.remedy(fieldName, variable.fields().keySet()));
            return;
        }
        parts.add(facts -> Wording.of(facts.value(variable, field)));
    }

    private void complain(int offset, String fact, String remedy) {
        complaints.add(new Complaint(template.codePointCount(0, offset), fact, remedy));
    }
}
