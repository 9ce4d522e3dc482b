package dev.ullage.cel.iam;

import dev.cel.common.CelAbstractSyntaxTree;
import org.jspecify.annotations.Nullable;

/** One condition of a policy. */
public final class IamCondition {

    private final String text;
    private final @Nullable Statement whole;
    private final @Nullable Connective parts;
    private final String problem;

    private IamCondition(String text, @Nullable Statement whole, @Nullable Connective parts, String problem) {
        this.text = text;
        this.whole = whole;
        this.parts = parts;
        this.problem = problem;
    }

    static IamCondition of(String text, CelAbstractSyntaxTree checked, IamLanguage language) {
        return new IamCondition(
                text,
                new Statement(checked.getExpr(), checked, language),
                Connective.of(checked.getExpr(), checked, language),
                "");
    }

    static IamCondition unreadable(String text, String problem) {
        return new IamCondition(text, null, null, problem);
    }

    /** As the policy has it. */
    public String text() {
        return text;
    }

    /** What it comes to when all that is known is put in. */
    public Claim claim(Attributes attributes) {
        if (whole == null || parts == null) {
            return new Claim.Unreadable(text, "it cannot be read: " + problem);
        }
        if (!attributes.later() && !attributes.everyName()) {
            var asking = new Asking(attributes);
            var outcome = whole.outcome(asking);
            if (asking.isAnswered()) {
                return outcome;
            }
        }
        return parts.claim(attributes);
    }
}
