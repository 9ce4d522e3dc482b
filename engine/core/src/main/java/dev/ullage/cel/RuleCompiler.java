package dev.ullage.cel;

import dev.ullage.rule.Rule;
import dev.ullage.rule.RuleCheck;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks rules while they are read, and makes rules that can be asked. Costly to make itself, so a program has one; it may be
 * shared between threads.
 */
public final class RuleCompiler implements RuleCheck {

    private final Language language = new Language();

    @Override
    public List<Objection> check(Rule rule) {
        var condition = new ConditionCheck(language);
        condition.read(rule.when(), rule.subject());
        return Stream.concat(
                        objections(Part.WHEN, condition.complaints()),
                        objections(Part.MESSAGE, new Message(rule.message(), rule.subject()).complaints()))
                .toList();
    }

    /**
     * Compiles a rule.
     *
     * @throws IllegalArgumentException for a rule that {@link #check} objects to
     */
    public CompiledRule compile(Rule rule) {
        var message = new Message(rule.message(), rule.subject());
        var checked = new ConditionCheck(language)
                .read(rule.when(), rule.subject())
                .filter(tree -> message.complaints().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("rule " + rule.id() + " was not checked"));
        return new CompiledRule(rule, new Condition(language, checked), message);
    }

    private static Stream<Objection> objections(Part part, List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint -> new Objection(part, complaint.offset(), complaint.fact(), complaint.remedy()));
    }
}
