package dev.ullage.audit;

import dev.ullage.rule.Judgement;
import dev.ullage.rule.Rule;
import dev.ullage.rule.subject.Facts;

/** Puts one question to one rule. It is the wall between the analysis and the language that rules are written in. */
public interface RuleJudge {

    /** What the rule says of the facts; a rule that does not compile is refused long before. */
    Judgement judge(Rule rule, Facts facts);
}
