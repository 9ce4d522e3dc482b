package dev.ullage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Containment;
import dev.ullage.access.Entitlement;
import dev.ullage.access.Reach;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a comparison of two policies has to keep to. The judge is a reference that decides single requests and shares no code
 * with the engine.
 *
 * @param granted whether the reference allows a name under the policy that is in force
 * @param declared the same under the policy that should have been
 */
public record ContainmentLaw(Predicate<String> granted, Predicate<String> declared) {

    /** Every name of a small alphabet, up to a length. */
    private static final List<String> NAMES = Stream.iterate(
                    List.of("a", "b", "/"),
                    shorter -> shorter.get(0).length() <= 4,
                    shorter -> shorter.stream()
                            .flatMap(name -> Stream.of(name + "a", name + "b", name + "/"))
                            .toList())
            .flatMap(List::stream)
            .toList();

    /** Where everything was read. */
    public static final Source SOURCE = new Source("test", 1, "");

    /** Everything counts as read but logs. */
    public static Stream<Fact> coverage() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.ADMIN_LOGS && topic != Topic.DATA_LOGS)
                .map(topic -> new Coverage(topic, "*", CoverageStatus.COMPLETE, "", SOURCE));
    }

    /** The names that a principal may read. */
    public static Reach reading(List<Entitlement> entitlements, String principal) {
        return Reach.union(entitlements.stream()
                .filter(one -> one.principal().equals(principal)
                        && one.permissionClass() == PermissionClass.READ
                        && one.isOnObjects())
                .map(Entitlement::reach)
                .toList());
    }

    /** Holds the engine's comparison against the judge. */
    public void check(Reach grantedNames, Reach declaredNames) {
        assertThat(grantedNames.unsure().isEmpty() && declaredNames.unsure().isEmpty())
                .as("both are exact")
                .isTrue();
        var containment = Containment.of(grantedNames, declaredNames.sure(), List.of());
        containment.witness().ifPresent(witness -> {
            assertThat(granted.test(witness)).as("%s is granted", witness).isTrue();
            assertThat(declared.test(witness)).as("%s is declared", witness).isFalse();
        });
        var first = NAMES.stream()
                .filter(name -> granted.test(name) && !declared.test(name))
                .findFirst();
        switch (containment.verdict()) {
            case INSIDE -> assertThat(first).isEmpty();
            case OUTSIDE ->
                assertThat(first.map(String::length).orElse(Integer.MAX_VALUE))
                        .isGreaterThanOrEqualTo(
                                containment.witness().orElseThrow().length());
            case UNKNOWN -> throw new AssertionError(containment);
        }
    }
}
