package dev.ullage.audit;

import dev.ullage.analysis.Evidence;
import dev.ullage.model.Source;
import dev.ullage.rule.subject.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One subject, ready to be put to the rules of its kind.
 *
 * @param scope project, account or other container that answers for it
 * @param principal who; null when it is about a resource alone
 * @param resource what, as a finding names it
 * @param evidence the facts behind it
 * @param open what was not read about it, one sentence each
 * @param anchor the intent that it departs from; null when there is none
 */
record Question(
        Facts facts,
        String scope,
        @Nullable String principal,
        String resource,
        List<Evidence> evidence,
        List<String> open,
        @Nullable Source anchor) {

    Question(
            Facts facts,
            String scope,
            @Nullable String principal,
            String resource,
            List<Evidence> evidence,
            @Nullable Source anchor) {
        this(facts, scope, principal, resource, evidence, List.of(), anchor);
    }

    Question {
        evidence = List.copyOf(evidence);
        open = List.copyOf(open);
    }
}
