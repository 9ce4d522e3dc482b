package dev.ullage.access;

import dev.ullage.model.Answer;

/**
 * One principal that can act as another.
 *
 * @param to the other; an account's root ARN or a project for whoever can do everything there
 * @param by native permissions that it takes, such as {@code sts:AssumeRole} or {@code iam:PassRole + lambda:CreateFunction}
 * @param certainty {@code YES}, or {@code UNKNOWN} where it hangs on what is not known; never {@code NO}
 */
public record Becoming(String from, String to, String by, Answer certainty) {

    /** True for whoever can do everything in an account or project. */
    static boolean isAccount(String principal) {
        return principal.endsWith(":root") || principal.startsWith("projects/");
    }
}
