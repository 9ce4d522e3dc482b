package dev.ullage.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.Variable;
import java.util.List;
import java.util.Optional;

/** A condition that was found good, to be asked of any number of facts, by any number of threads. */
final class Condition {

    /** What came of asking: an answer, or what was missing for one. */
    record Outcome(Optional<Boolean> answer, List<String> missing) {}

    private final Program program;

    Condition(Language language, CelAbstractSyntaxTree checked) {
        this.program = language.plan(checked);
    }

    Outcome of(Facts facts) {
        var missing = new MissingFacts();
        try {
            // CEL gives something else than true or false, and no error, for some of what it does not know.
            if (program.eval((String name) -> variable(name, facts, missing)) instanceof Boolean answer) {
                return new Outcome(Optional.of(answer), List.of());
            }
            return new Outcome(Optional.empty(), missing.sentencesOr("the condition is neither true nor false"));
        } catch (CelEvaluationException e) {
            return new Outcome(Optional.empty(), missing.sentencesOr(failure(e)));
        }
    }

    private static Optional<Object> variable(String name, Facts facts, MissingFacts missing) {
        if (!name.equals(Facts.AS_OF)) {
            return Variable.named(name).map(variable -> new ViewValue(variable, facts, missing));
        }
        if (facts.asOf() == null) {
            missing.addTime();
        }
        return Optional.ofNullable(facts.asOf());
    }

    private static String failure(CelEvaluationException e) {
        return e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
                ? "the condition takes more steps than it may"
                : "the condition could not be decided: " + e.getMessage();
    }
}
