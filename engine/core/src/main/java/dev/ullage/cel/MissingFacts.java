package dev.ullage.cel;

import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.Field;
import dev.ullage.rule.subject.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one evaluation asked for and did not find, each once, in the order of asking. */
final class MissingFacts {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(Variable variable, Field field, Facts facts) {
        if (facts.has(variable)) {
            sentences.add(field.means() + " is not known (`" + variable.word() + "." + field.name() + "`)");
        } else {
            sentences.add(variable.means() + " is not known (`" + variable.word() + "`)");
        }
    }

    void addTime() {
        sentences.add("the time that the facts describe is not known (`" + Facts.AS_OF + "`)");
    }

    /** What is missing; when nothing is, something else went wrong. */
    List<String> sentencesOr(String otherwise) {
        return sentences.isEmpty() ? List.of(otherwise) : List.copyOf(sentences);
    }
}
