package dev.ullage.access.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.access.SmallEstates;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** All entitlements at once, and one request: two ways to ask the same. */
class GcpAgreementTest {

    private static final List<String> WHO =
            List.of("user:ana@acme.example", "serviceAccount:train@acme.iam.gserviceaccount.com", "allUsers");
    private static final List<String> SETS = List.of(
            "allUsers",
            "domain:acme.example",
            "group:ml@acme.example",
            "group:inner@acme.example",
            "projectEditor:acme");
    private static final List<String> NAMES = List.of("a/x", "a/b/x", "b/y", "z");
    private static final List<GcpPermission> PERMISSIONS =
            List.of(GcpPermission.READ, GcpPermission.CREATE, GcpPermission.DELETE);

    private static final Attributes NOW = Attributes.of(Map.of(Attributes.TIME, Access.AS_OF));

    @Provide
    Arbitrary<List<Fact>> estates() {
        return SmallEstates.estates();
    }

    @Property(tries = 400)
    void what_is_granted_of_all_names_is_granted_of_each(@ForAll("estates") List<Fact> estate) {
        var facts = new FactIndex(Snapshot.of(estate));
        var entitlements = new GcpAccess(facts, Access.AS_OF).entitlements();
        var decisions = new GcpDecisions(facts);
        for (var who : WHO) {
            for (var permission : PERMISSIONS) {
                for (var name : NAMES) {
                    var place = SmallEstates.GCP_BUCKET + "/" + name;
                    var decision = decisions.decide(who, permission.nativeName(), place, NOW);
                    var own = granted(entitlements, List.of(who), permission, name);
                    var sets = granted(entitlements, SETS, permission, name);

                    assertThat(agrees(decision.ruling(), own, sets))
                            .as("%s %s %s: %s, but %s and sets %s", who, permission, place, decision, own, sets)
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 100)
    void what_is_asked_for_is_that_part_of_everything(@ForAll("estates") List<Fact> estate) {
        var access = new GcpAccess(new FactIndex(Snapshot.of(estate)), Access.AS_OF);
        var all = access.entitlements();
        for (var question : questions()) {
            var expected = all.stream()
                    .filter(one -> question.asksOfPrincipal(one.principal())
                            && question.asksOfPermission(one.permission())
                            && question.asksOfResource(one.resource()))
                    .map(GcpAgreementTest::shown)
                    .toList();

            assertThat(access.entitlements(question).stream().map(GcpAgreementTest::shown))
                    .as(question.toString())
                    .containsExactlyElementsOf(expected);
        }
    }

    private static List<AccessQuestion> questions() {
        var questions = new ArrayList<AccessQuestion>();
        for (var permission : GcpPermission.values()) {
            questions.add(new AccessQuestion(null, Set.of(permission.nativeName()), null));
            questions.add(new AccessQuestion(WHO.get(0), Set.of(permission.nativeName()), SmallEstates.GCP_BUCKET));
        }
        WHO.forEach(who -> questions.add(AccessQuestion.ofPrincipal(who)));
        questions.add(new AccessQuestion(null, Set.of(), SmallEstates.GCP_BUCKET));
        questions.add(new AccessQuestion(null, Set.of(), "projects/acme"));
        return questions;
    }

    /** Sets of names are compared by the names of the test. */
    private static List<Object> shown(Entitlement one) {
        return List.of(
                one.principal(),
                one.permissionClass(),
                one.permission(),
                one.resource(),
                NAMES.stream().map(one.reach().sure()::contains).toList(),
                NAMES.stream().map(one.reach().possible()::contains).toList(),
                one.missing());
    }

    /** What a set has is not listed again for each; what may be so later is possible, and not granted at the time. */
    private static boolean agrees(Ruling ruling, Answer own, Answer sets) {
        return switch (ruling) {
            case ALLOWED -> own == Answer.YES || sets != Answer.NO;
            case UNKNOWN -> own != Answer.YES;
            case EXPLICIT_DENY, IMPLICIT_DENY -> own != Answer.YES;
        };
    }

    private static Answer granted(
            List<Entitlement> entitlements, List<String> to, GcpPermission permission, String name) {
        var about = entitlements.stream()
                .filter(one -> one.resource().equals(SmallEstates.GCP_BUCKET)
                        && to.contains(one.principal())
                        && one.permissionClass() == permission.permissionClass()
                        && one.permission().equals(permission.nativeName()))
                .toList();
        if (about.stream().anyMatch(one -> one.reach().sure().contains(name))) {
            return Answer.YES;
        }
        return about.stream().anyMatch(one -> one.reach().possible().contains(name)) ? Answer.UNKNOWN : Answer.NO;
    }
}
