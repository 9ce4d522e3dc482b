package dev.ullage.access.gcp;

import dev.ullage.access.Logic;
import dev.ullage.access.Reach;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.cel.iam.NameTest;
import dev.ullage.model.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is asked about: one request, or one for each object of a bucket at once.
 *
 * @param logic in which the answer is given
 * @param names what a comparison of an object's name comes to
 * @param problem why a comparison of an object's name is not decided; empty where it is
 * @param lasting whether a condition that does not hold at the known time, and may hold later, is possible
 * @param weighed conditions by their text, as far as they were asked
 * @param <T> a three-valued truth
 */
record Scope<T>(
        Logic<T> logic,
        Attributes attributes,
        Function<NameTest, T> names,
        Function<NameTest, String> problem,
        boolean lasting,
        Map<String, GcpConditions.Weighed<T>> weighed) {

    /** One request. */
    static Scope<Answer> request(Attributes attributes) {
        return new Scope<>(Logic.kleene(), attributes, test -> Answer.UNKNOWN, test -> "", false, new HashMap<>());
    }

    /** Any request to a resource itself, from a time on. */
    static Scope<Reach> resource(Attributes attributes) {
        return new Scope<>(
                Logic.overNames(), attributes, test -> Logic.overNames().unknown(), test -> "", true, new HashMap<>());
    }

    /** Any request for any object of a bucket, from a time on. */
    static Scope<Reach> everyObject(Attributes attributes, String lead) {
        var known = new HashMap<NameTest, GcpNames.Passing>();
        Function<NameTest, GcpNames.Passing> passing =
                test -> known.computeIfAbsent(test, unknown -> GcpNames.passing(unknown, lead));
        return new Scope<>(
                Logic.overNames(),
                attributes,
                passing.andThen(GcpNames.Passing::names),
                passing.andThen(GcpNames.Passing::problem),
                true,
                new HashMap<>());
    }
}
