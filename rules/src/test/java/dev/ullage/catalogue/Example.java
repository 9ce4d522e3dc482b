package dev.ullage.catalogue;

import dev.ullage.cel.CompiledRule;
import dev.ullage.rule.Judgement;
import dev.ullage.rule.subject.Facts;

/**
 * A case of a rule.
 *
 * @param tree its facts as written
 * @param verdict {@code fail}, {@code pass} or {@code unknown}
 * @param because part of the message, or of what is missing
 */
record Example(CompiledRule rule, String name, GivenTree tree, Facts facts, String verdict, String because) {

    Judgement judgement() {
        return rule.judge(facts);
    }

    /** The judgement in the word of the file. */
    static String verdict(Judgement judgement) {
        if (judgement instanceof Judgement.Fails) {
            return "fail";
        }
        return judgement instanceof Judgement.Passes ? "pass" : "unknown";
    }

    /** What the judgement says; empty for one that passes. */
    static String says(Judgement judgement) {
        if (judgement instanceof Judgement.Fails fails) {
            return fails.message();
        }
        return judgement instanceof Judgement.Unknown unknown ? String.join("; ", unknown.missing()) : "";
    }

    @Override
    public String toString() {
        return rule.rule().id() + ": " + name;
    }
}
