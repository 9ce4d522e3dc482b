package dev.ullage.question;

import dev.ullage.access.Entitlement;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What proves an answer: a concrete name, and the grounds that give it. */
final class Witness {

    private static final Comparator<Explanation> SHORTEST_FIRST = Comparator.comparing(
                    (Explanation explanation) -> explanation.steps().size())
            .thenComparing(
                    explanation -> explanation.steps().stream().map(Step::says).collect(Collectors.joining("\n")))
            .thenComparing(Explanation::toString);

    private Witness() {}

    /** The shortest object of the names, which is never the empty name; of a resource itself, the resource. */
    static String of(String resource, NameSet names) {
        return names.minus(NameSet.itself())
                .shortest()
                .map(name -> resource + "/" + name)
                .orElse(resource);
    }

    /** The grounds that give some of the names, shortest first. */
    static List<Explanation> because(Collection<Entitlement> entitlements, NameSet names) {
        return entitlements.stream()
                .flatMap(entitlement -> entitlement.grounds().stream())
                .filter(ground -> ground.names().intersects(names))
                .map(Ground::explanation)
                .distinct()
                .sorted(SHORTEST_FIRST)
                .toList();
    }

    /** The same order, for explanations that come together from several permissions. */
    static List<Explanation> sorted(Collection<Explanation> explanations) {
        return explanations.stream().distinct().sorted(SHORTEST_FIRST).toList();
    }
}
