package dev.ullage.question;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Principal;
import dev.ullage.yaml.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers who can do something at a place. */
public final class WhoCan {

    private static final List<PermissionClass> ON_PRINCIPALS =
            List.of(PermissionClass.IMPERSONATE, PermissionClass.CREATE_KEY);

    private final EstateAccess access;
    private final Gaps gaps;

    /** Prepares to ask an estate. */
    public WhoCan(EstateAccess access) {
        this.access = access;
        this.gaps = new Gaps(access.facts());
    }

    /**
     * Everyone who has the permission at the place or at a part of it. A permission that is checked on a bucket is asked
     * of the bucket, whatever objects were named.
     *
     * @throws MalformedQuestionException when there can be no such permission at such a place
     */
    public AccessAnswer ask(AskedPermission permission, AskedPlace place) throws MalformedQuestionException {
        demandThatItFits(permission, place);
        var question = "who can " + permission.word() + " " + place.text();
        var id = known(place.resource());
        if (id.isEmpty()) {
            return new AccessAnswer(question, List.of(), List.of(notThere(place)), List.of());
        }
        var at = place.at(id.get());
        var rows = new AccessRows();
        boolean isOfBucket = false;
        for (var entitlement : entitlements(permission, at)) {
            if (entitlement.isOnObjects() || at.isWhole() || permission.isAskedOfTheBucket()) {
                isOfBucket |= !entitlement.isOnObjects() && !at.isWhole();
                rows.add(entitlement, at.names(), List.of(), List.of());
            }
        }
        var notes = isOfBucket
                ? List.of("`%s` is a permission on a bucket, so it is asked of %s"
                        .formatted(permission.word(), at.resource()))
                : List.<String>of();
        return new AccessAnswer(question, rows.rows(), gaps.at(at.resource(), permission.meantClass()), notes);
    }

    private List<Entitlement> entitlements(AskedPermission permission, AskedPlace place) {
        var question = AccessQuestion.ofResource(permission.natives(place.provider()), place.resource());
        return access.entitlements(question).stream().filter(permission::covers).toList();
    }

    private Optional<String> known(String resource) {
        var facts = access.facts();
        return facts.bucket(resource)
                .map(Bucket::id)
                .or(() -> facts.principal(resource).map(Principal::id))
                .or(() -> facts.container(resource).map(Container::id));
    }

    private String notThere(AskedPlace place) {
        var facts = access.facts();
        var known = Stream.of(
                        facts.buckets().stream().map(Bucket::id),
                        facts.principals().stream().map(Principal::id),
                        facts.containers().stream().map(Container::id))
                .flatMap(ids -> ids)
                .toList();
        return quoted(place.resource()) + " is not in the input"
                + Spelling.closest(place.resource(), known)
                        .map(meant -> "; did you mean " + quoted(meant) + "?")
                        .orElse("");
    }

    private static void demandThatItFits(AskedPermission permission, AskedPlace place)
            throws MalformedQuestionException {
        if (permission.natives(place.provider()).isEmpty()) {
            throw new MalformedQuestionException("%s is no permission of %s, where %s is; name a class such as `read`"
                    .formatted(quoted(permission.word()), place.provider(), quoted(place.resource())));
        }
        boolean isBucket = place.isBucket();
        boolean isForProject = permission.meantClass() == PermissionClass.CREATE_KEY;
        if (ON_PRINCIPALS.contains(permission.meantClass()) == isBucket
                || place.resource().startsWith("projects/") && !isForProject) {
            throw new MalformedQuestionException("%s is not asked of %s; name %s"
                    .formatted(
                            quoted(permission.word()),
                            quoted(place.resource()),
                            isBucket ? "the id of a principal" : "a bucket, as in `gs://acme-models`"));
        }
    }
}
