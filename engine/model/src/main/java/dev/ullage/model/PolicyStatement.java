package dev.ullage.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One statement of an AWS policy, in the provider's own words; lists are empty where the element is absent.
 *
 * @param sid statement id, possibly empty
 * @param principals by type ({@code AWS}, {@code Service}, {@code Federated}, {@code CanonicalUser}); a bare
 *     {@code "*"} is {@code AWS: ["*"]}
 * @param notPrincipals the same for {@code NotPrincipal}
 * @param problems what could not be read in it, one sentence each. An element that could not be read is as wide as it can be,
 *     and whether the statement is about anything at all is then not sure; mostly nothing
 * @param source the statement's own place, inside its document
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
public record PolicyStatement(
        String sid,
        Effect effect,
        SortedMap<String, List<String>> principals,
        SortedMap<String, List<String>> notPrincipals,
        List<String> actions,
        List<String> notActions,
        List<String> resources,
        List<String> notResources,
        List<ConditionClause> conditions,
        List<String> problems,
        Source source) {

    public PolicyStatement {
        principals = copy(principals);
        notPrincipals = copy(notPrincipals);
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
        resources = List.copyOf(resources);
        notResources = List.copyOf(notResources);
        conditions = List.copyOf(conditions);
        problems = List.copyOf(problems);
    }

    private static SortedMap<String, List<String>> copy(SortedMap<String, List<String>> map) {
        var copy = new TreeMap<String, List<String>>();
        map.forEach((type, ids) -> copy.put(type, List.copyOf(ids)));
        return Collections.unmodifiableSortedMap(copy);
    }
}
