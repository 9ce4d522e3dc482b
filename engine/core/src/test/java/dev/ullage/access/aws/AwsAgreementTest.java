package dev.ullage.access.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Reach;
import dev.ullage.access.Ruling;
import dev.ullage.access.SmallEstates;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Snapshot;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Three ways to ask the same: all entitlements at once, one request, and the matrix without explanations. */
class AwsAgreementTest {

    private static final List<String> EVERYBODY = List.of("*", AwsAcls.AUTHENTICATED_USERS);
    private static final List<String> NAMES = List.of("a", "a/x", "a/b/x", "b/x", "c");

    @Provide
    Arbitrary<List<Fact>> estates() {
        return SmallEstates.estates();
    }

    private static List<String> actors(FactIndex facts) {
        return new AwsAccess(facts)
                .inventory().actors().stream().map(AwsActor::id).toList();
    }

    @Property(tries = 300)
    void what_is_granted_of_all_names_is_granted_of_each(@ForAll("estates") List<Fact> estate) {
        var facts = new FactIndex(Snapshot.of(estate));
        var entitlements = new AwsAccess(facts).entitlements();
        var decisions = new AwsDecisions(facts);
        for (var bucket : new AwsMatrix(facts).buckets()) {
            for (var actor : actors(facts)) {
                for (var permission : AwsPermission.values()) {
                    if (permission.on() == AwsPermission.On.OBJECTS) {
                        for (var name : NAMES) {
                            var decision = decisions.decide(actor, permission.action(), bucket + "/" + name);
                            var own = granted(entitlements, List.of(actor), permission, bucket, name);
                            var everybodys = granted(entitlements, EVERYBODY, permission, bucket, name);
                            assertThat(agrees(decision.ruling(), own, everybodys))
                                    .as("%s %s %s/%s: %s", actor, permission, bucket, name, decision)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    /**
     * What everybody has is not listed again for each. Of what was not read a decision cannot say no, where entitlements
     * leave that to the ledger.
     */
    private static boolean agrees(Ruling ruling, Answer own, Answer everybodys) {
        return switch (ruling) {
            case ALLOWED -> own == Answer.YES || everybodys == Answer.YES;
            case UNKNOWN -> own != Answer.YES;
            case EXPLICIT_DENY, IMPLICIT_DENY -> own == Answer.NO;
        };
    }

    private static Answer granted(
            List<Entitlement> entitlements, List<String> to, AwsPermission permission, String bucket, String name) {
        var about = entitlements.stream()
                .filter(one -> one.resource().equals(bucket)
                        && one.permission().equals(permission.action())
                        && to.contains(one.principal()))
                .map(Entitlement::reach)
                .toList();
        if (about.stream().anyMatch(reach -> reach.sure().contains(name))) {
            return Answer.YES;
        }
        return about.stream().anyMatch(reach -> reach.possible().contains(name)) ? Answer.UNKNOWN : Answer.NO;
    }

    @Property(tries = 300)
    void the_matrix_has_what_the_entitlements_have(@ForAll("estates") List<Fact> estate) {
        var facts = new FactIndex(Snapshot.of(estate));
        var matrix = new AwsMatrix(facts);
        var fromMatrix = new HashMap<String, Reach>();
        matrix.forEach((principal, permissionClass, reach, buckets) -> buckets.stream()
                .forEach(bucket -> fromMatrix.merge(
                        key(principal, permissionClass, matrix.buckets().get(bucket)), reach, Reach::or)));

        var fromEntitlements = new AwsAccess(facts)
                .entitlements().stream()
                        .filter(one -> actors(facts).contains(one.principal())
                                && matrix.buckets().contains(one.resource())
                                && isOfBucket(one.permission()))
                        .collect(Collectors.toMap(
                                one -> key(one.principal(), one.permissionClass(), one.resource()),
                                Entitlement::reach,
                                Reach::or));

        assertThat(fromMatrix.keySet()).isEqualTo(fromEntitlements.keySet());
        for (Map.Entry<String, Reach> entry : fromMatrix.entrySet()) {
            var other = fromEntitlements.getOrDefault(entry.getKey(), Reach.none());
            assertThat(isSame(entry.getValue(), other))
                    .as("%s: %s and %s", entry.getKey(), entry.getValue(), other)
                    .isTrue();
        }
    }

    private static boolean isOfBucket(String action) {
        return Arrays.stream(AwsPermission.values())
                .anyMatch(permission ->
                        permission.action().equals(action) && permission.on().isOfBucket());
    }

    private static String key(String principal, PermissionClass permissionClass, String bucket) {
        return principal + " " + permissionClass + " " + bucket;
    }

    private static boolean isSame(Reach one, Reach other) {
        return one.sure().containsAll(other.sure())
                && other.sure().containsAll(one.sure())
                && one.possible().containsAll(other.possible())
                && other.possible().containsAll(one.possible());
    }
}
