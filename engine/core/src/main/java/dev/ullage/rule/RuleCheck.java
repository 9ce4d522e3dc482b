package dev.ullage.rule;

import java.util.List;

/** What is asked of a rule beyond its form: that its condition and message mean something. */
@FunctionalInterface
public interface RuleCheck {

    /** The texts of a rule that are written in a language of their own. */
    enum Part {
        WHEN,
        MESSAGE
    }

    /**
     * Something wrong in such a text.
     *
     * @param offset code points before the place in the text
     * @param fact what is there, lower-case, one sentence without a full stop
     * @param remedy what to do about it
     */
    record Objection(Part part, int offset, String fact, String remedy) {}

    /** All objections to the rule; none when it can be asked. */
    List<Objection> check(Rule rule);
}
