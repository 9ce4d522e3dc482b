package dev.ullage.catalogue;

import dev.ullage.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** The parts of a condition that are joined by {@code &&} outside of all brackets. */
final class Clauses {

    private Clauses() {}

    /** The condition with one of its clauses left out, once for each; empty when it has only one. */
    static List<String> withoutOne(String condition) {
        var clauses = of(condition);
        var shorter = new ArrayList<String>();
        for (int i = 0; i < clauses.size() && clauses.size() > 1; i++) {
            var rest = new ArrayList<>(clauses);
            rest.remove(i);
            shorter.add(String.join(" && ", rest));
        }
        return shorter;
    }

    /** The rule with another condition. */
    static Rule with(Rule rule, String condition) {
        return new Rule(
                rule.id(),
                rule.topic(),
                rule.title(),
                rule.severity(),
                rule.subject(),
                rule.needs(),
                rule.providers(),
                condition,
                rule.message(),
                rule.why(),
                rule.fix(),
                rule.falsePositives(),
                rule.references(),
                rule.source(),
                rule.digest());
    }

    private static List<String> of(String condition) {
        var clauses = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < condition.length(); i++) {
            depth += "([".indexOf(condition.charAt(i)) >= 0 ? 1 : 0;
            depth -= ")]".indexOf(condition.charAt(i)) >= 0 ? 1 : 0;
            if (depth == 0 && condition.startsWith("&&", i)) {
                clauses.add(condition.substring(from, i));
                from = i + 2;
            }
        }
        clauses.add(condition.substring(from));
        return clauses;
    }
}
