package dev.ullage.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ullage.analysis.ControlOutcome;
import java.util.List;
import java.util.TreeMap;

/** What the rules say of the controls of one framework. */
record ControlTable(String framework, List<Line> lines) {

    /**
     * One control.
     *
     * @param support how far the rules go in testing it: full, partial, supporting, manual
     * @param asked how many rules bear on it
     */
    record Line(
            String id,
            String title,
            Mark verdict,
            String support,
            int asked,
            List<String> failing,
            List<String> unanswered) {}

    static List<ControlTable> of(List<ControlOutcome> outcomes) {
        return outcomes.stream()
                .collect(groupingBy(outcome -> outcome.control().framework(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> new ControlTable(
                        entry.getKey(),
                        entry.getValue().stream().map(ControlTable::line).toList()))
                .toList();
    }

    private static Line line(ControlOutcome outcome) {
        var control = outcome.control();
        return new Line(
                control.id(),
                control.title(),
                Mark.of(outcome.verdict()),
                control.support().word(),
                control.rules().size(),
                outcome.failing(),
                outcome.unanswered());
    }
}
