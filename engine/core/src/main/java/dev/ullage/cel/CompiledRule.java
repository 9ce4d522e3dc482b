package dev.ullage.cel;

import dev.ullage.rule.Judgement;
import dev.ullage.rule.Rule;
import dev.ullage.rule.subject.Facts;

/** A rule that can be asked. It keeps nothing between questions, so any number of threads may ask at once. */
public final class CompiledRule {

    private static final Judgement PASSES = new Judgement.Passes();

    private final Rule rule;
    private final Condition condition;
    private final Message message;

    CompiledRule(Rule rule, Condition condition, Message message) {
        this.rule = rule;
        this.condition = condition;
        this.message = message;
    }

    /** The rule as it was written. */
    public Rule rule() {
        return rule;
    }

    /**
     * What the rule says of one subject.
     *
     * @throws IllegalArgumentException when the facts are about another kind of subject
     */
    public Judgement judge(Facts facts) {
        if (facts.subject() != rule.subject()) {
            throw new IllegalArgumentException(
                    "rule " + rule.id() + " is for a " + rule.subject().word() + " and not for a "
                            + facts.subject().word());
        }
        var outcome = condition.of(facts);
        return outcome.answer()
                .<Judgement>map(fails -> fails ? new Judgement.Fails(message.about(facts)) : PASSES)
                .orElseGet(() -> new Judgement.Unknown(outcome.missing()));
    }
}
