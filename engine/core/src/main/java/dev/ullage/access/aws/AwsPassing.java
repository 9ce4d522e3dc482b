package dev.ullage.access.aws;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.AwsAccessPoints.Passage;
import dev.ullage.analysis.Explanation;
import dev.ullage.model.Answer;
import dev.ullage.model.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What access points add to what their buckets give directly. */
final class AwsPassing {

    /**
     * What can be done through an access point, of what we speak of.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-service-api-support.html">Access
     *     point compatibility</a>
     */
    private static final Set<AwsPermission> SUPPORTED = EnumSet.of(
            AwsPermission.LIST,
            AwsPermission.READ,
            AwsPermission.CREATE,
            AwsPermission.OVERWRITE,
            AwsPermission.DELETE,
            AwsPermission.DELETE_VERSION,
            AwsPermission.READ_BUCKET_POLICY,
            AwsPermission.READ_BUCKET_ACL,
            AwsPermission.READ_OBJECT_ACL,
            AwsPermission.PUT_OBJECT_ACL);

    /** Other things that are done with objects. */
    private static final Pattern ON_OBJECTS =
            Pattern.compile("s3:(get|put|delete|restore|list|abort)(object|multipart).*", Pattern.CASE_INSENSITIVE);

    /** Who may do what where. */
    private record Key(String principal, AwsPermission permission, String bucket) {}

    /** One permission at some access points, with the targets in front of and behind each in their own orders. */
    private record Both(
            AwsPermission permission,
            List<Passage> passages,
            AwsSweep front,
            AwsSweep behind,
            List<Integer> fronts,
            List<Integer> behinds) {}

    private final AwsAccess access;
    private final AwsAcls acls;
    private final AwsForeignObjects foreign;
    private final AwsOutsiders outsiders;

    AwsPassing(AwsAccess access, AwsAcls acls, AwsForeignObjects foreign, AwsOutsiders outsiders) {
        this.access = access;
        this.acls = acls;
        this.foreign = foreign;
        this.outsiders = outsiders;
    }

    /** True for what can be asked of an access point. */
    static boolean supports(String action) {
        return ON_OBJECTS.matcher(action).matches()
                || AwsAcls.permissions(action).stream().anyMatch(SUPPORTED::contains);
    }

    /** What is possible beyond what is there directly. */
    List<Entitlement> beyond(
            List<Entitlement> direct, List<Passage> passages, List<AwsActor> actors, AccessQuestion question) {
        var found = new ArrayList<Entitlement>();
        for (var permission : AwsPermission.values()) {
            var usable = passages.stream()
                    .filter(passage -> !permission.on().isAcl()
                            || acls.inForce(passage.behind().id()) != Answer.NO)
                    .toList();
            if (SUPPORTED.contains(permission) && question.asksOfPermission(permission.action()) && !usable.isEmpty()) {
                ofActors(both(permission, usable), actors, found);
                ofOutsiders(permission, usable, question, found);
            }
        }
        return minus(found, direct);
    }

    /** Those that give somebody more than is there directly. */
    static List<Entitlement> minus(List<Entitlement> found, List<Entitlement> direct) {
        if (found.isEmpty()) {
            return found;
        }
        var wanted = new HashMap<Key, Reach>();
        found.forEach(one -> wanted.put(key(one), Reach.none()));
        for (var one : direct) {
            wanted.computeIfPresent(key(one), (key, reach) -> reach.or(one.reach()));
        }
        return found.stream()
                .filter(one -> addsTo(wanted.getOrDefault(key(one), Reach.none()), one.reach()))
                .toList();
    }

    private static Key key(Entitlement one) {
        var permission = Arrays.stream(AwsPermission.values())
                .filter(permissionOf -> permissionOf.action().equals(one.permission())
                        && permissionOf.permissionClass() == one.permissionClass())
                .findFirst()
                .orElse(AwsPermission.LIST);
        return new Key(one.principal(), permission, one.resource());
    }

    private static boolean addsTo(Reach direct, Reach through) {
        try {
            return !direct.sure().containsAll(through.sure())
                    || !direct.possible().containsAll(through.possible());
        } catch (TooComplexException tooComplex) {
            return true;
        }
    }

    private Both both(AwsPermission permission, List<Passage> passages) {
        var front = access.sweep(passages.stream().map(Passage::front).toList(), permission.on());
        var behind = access.sweep(passages.stream().map(Passage::behind).toList(), permission.on());
        return new Both(permission, passages, front, behind, numbers(passages, front), numbers(passages, behind));
    }

    /** The number of each access point among the targets. */
    private static List<Integer> numbers(List<Passage> passages, AwsSweep sweep) {
        var byPoint = new HashMap<String, Integer>();
        for (int i = 0; i < sweep.targets().size(); i++) {
            var point = sweep.targets().get(i).accessPoint();
            byPoint.put(point == null ? "" : point.id(), i);
        }
        return passages.stream()
                .map(passage -> byPoint.getOrDefault(passage.point().id(), 0))
                .toList();
    }

    private void ofActors(Both both, List<AwsActor> actors, List<Entitlement> found) {
        var unread = new BitSet();
        for (int i = 0; i < both.passages.size(); i++) {
            unread.set(
                    i, !AwsOutsiders.isReadInFull(both.passages.get(i).front().policy()));
        }
        for (var actor : actors) {
            var front = both.front.candidates(actor, both.permission.action());
            var behind = both.behind.candidates(actor, both.permission.action());
            for (int i = 0; i < both.passages.size(); i++) {
                if (front.get(both.fronts.get(i)) || behind.get(both.behinds.get(i)) || unread.get(i)) {
                    ofActor(both, i, actor, found);
                }
            }
        }
    }

    private void ofActor(Both both, int index, AwsActor actor, List<Entitlement> found) {
        var passage = both.passages.get(index);
        var permission = both.permission;
        var missing = new ArrayList<String>();
        Reach reach;
        try {
            reach = both.front.reach(actor, permission.action(), both.fronts.get(index));
            if (!reach.isEmpty()) {
                reach = reach.and(both.behind.reach(actor, permission.action(), both.behinds.get(index)));
            }
        } catch (TooComplexException tooComplex) {
            missing.add(AwsOutsiders.TOO_COMPLEX + tooComplex.getMessage());
            reach = Reach.atMost(AwsOutsiders.everything(permission));
        }
        var left = foreign.left(
                passage.network().isPresent() ? Reach.atMost(reach.possible()) : reach,
                passage.behind(),
                permission,
                actor.caller().account());
        if (left.isEmpty()) {
            return;
        }
        var front = access.grounds(actor, permission, both.front, both.fronts.get(index));
        var behind = access.grounds(actor, permission, both.behind, both.behinds.get(index));
        missing.addAll(front.missing());
        missing.addAll(behind.missing());
        boolean isAcross = isAcross(actor, passage.behind());
        if (isAcross) {
            missing.add(ownPolicies(actor.id(), passage.behind()));
        }
        var grounds = chained(
                passage,
                front.grounds(left, isAcross(actor, passage.front()), false),
                isAcross ? behind.groundsOfResource(left) : behind.grounds(left, false, false),
                left);
        found.add(entitlement(actor.id(), passage, permission, left, grounds, missing));
    }

    private static boolean isAcross(AwsActor actor, AwsTarget target) {
        return !target.account().equals(actor.caller().account());
    }

    private static String ownPolicies(String principal, AwsTarget bucket) {
        return "whether the policies of %s have to allow %s itself, beside the access point, AWS does not say"
                .formatted(principal, bucket.id());
    }

    private void ofOutsiders(
            AwsPermission permission, List<Passage> passages, AccessQuestion question, List<Entitlement> found) {
        for (var passage : passages) {
            for (var outsider : outsiders.passing(passage, permission)) {
                if (question.asksOfPrincipal(outsider.principal())) {
                    var left = passage.network().isPresent()
                            ? Reach.atMost(outsider.reach().possible())
                            : outsider.reach();
                    var missing = new ArrayList<>(outsider.missing());
                    if (Arns.isOfSomeAccount(outsider.principal())) {
                        missing.add(ownPolicies(outsider.principal(), passage.behind()));
                    }
                    var grounds = chained(passage, outsider.front(), outsider.behind(), left);
                    found.add(entitlement(outsider.principal(), passage, permission, left, grounds, missing));
                }
            }
        }
    }

    private static Entitlement entitlement(
            String principal,
            Passage passage,
            AwsPermission permission,
            Reach reach,
            List<Ground> grounds,
            List<String> missing) {
        passage.missing().ifPresent(missing::add);
        return new Entitlement(
                Provider.AWS,
                principal,
                permission.permissionClass(),
                permission.action(),
                passage.behind().id(),
                reach,
                grounds,
                reach.unsure().isEmpty() ? List.of() : missing);
    }

    /** Each way to pass the access point with each to be let in behind it. */
    private static List<Ground> chained(Passage passage, List<Ground> front, List<Ground> behind, Reach reach) {
        var all = new ArrayList<Ground>();
        for (var first : front) {
            for (var second : behind) {
                var names = first.names().and(second.names());
                if (names.intersects(reach.possible())) {
                    all.add(ground(passage, names, first, second));
                }
            }
        }
        return all.isEmpty() ? List.of(new Ground(reach.possible(), new Explanation(List.of(passage.step())))) : all;
    }

    private static Ground ground(Passage passage, NameSet names, Ground first, Ground second) {
        var steps = new ArrayList<>(first.explanation().steps());
        steps.add(passage.step());
        steps.addAll(second.explanation().steps());
        return new Ground(names, new Explanation(steps));
    }
}
