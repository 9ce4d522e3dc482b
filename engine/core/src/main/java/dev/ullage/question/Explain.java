package dev.ullage.question;

import static dev.ullage.yaml.YamlProblem.quoted;

import java.util.List;

/** Answers why somebody can do something, or why not. */
public final class Explain {

    private final Decisions decisions;

    /** Prepares to ask. */
    public Explain(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The decision on each native permission that is meant, sorted by permission. A permission on a bucket is asked of the
     * bucket, whatever object was named.
     *
     * @throws MalformedQuestionException when no single request is named
     */
    public List<Explained> ask(AskedPrincipal principal, AskedPermission permission, AskedPlace place)
            throws MalformedQuestionException {
        if (place.text().endsWith("*")) {
            throw new MalformedQuestionException(quoted(place.text()) + " is many objects; name one of them");
        }
        boolean isObject = place.isBucket() && !place.text().equals(place.resource());
        var natives = permission.natives(place.provider());
        var onObjects = natives.stream().filter(AskedPermission::isOnObjects).toList();
        var fitting = isObject && !onObjects.isEmpty()
                ? onObjects
                : natives.stream()
                        .filter(one -> !AskedPermission.isOnObjects(one))
                        .toList();
        if (fitting.isEmpty()) {
            throw new MalformedQuestionException(
                    onObjects.isEmpty()
                            ? "%s is no permission of %s, where %s is; name a class such as `read`"
                                    .formatted(quoted(permission.word()), place.provider(), quoted(place.resource()))
                            : "%s is asked of an object; name one, as in %s"
                                    .formatted(quoted(permission.word()), quoted(place.resource() + "/x")));
        }
        var object = isObject && !onObjects.isEmpty() ? place.text() : place.resource();
        return fitting.stream()
                .map(one -> new Explained(principal.id(), one, object, decisions.decide(principal.id(), one, object)))
                .toList();
    }
}
