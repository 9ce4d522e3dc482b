package dev.ullage.cel.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left of a condition when all that is known has been put in: nothing but the answer, or connectives over what
 * hangs on the name and what is not known. Connectives are CEL's: {@code &&} and {@code ||} decide in spite of a part that
 * cannot be evaluated, where the other part decides.
 */
public sealed interface Claim {

    /** It is true, or it is false. */
    record Known(boolean value) implements Claim {

        @Override
        public String text() {
            return String.valueOf(value);
        }
    }

    /**
     * It cannot be evaluated: it is neither true nor false.
     *
     * @param why in one sentence
     */
    record Failed(String text, String why) implements Claim {}

    /**
     * It hangs on facts that are missing.
     *
     * @param text of the condition's part
     * @param missing names of attributes
     */
    record Open(String text, List<String> missing) implements Claim {

        public Open {
            missing = List.copyOf(missing);
        }
    }

    /**
     * It is nothing that the provider would have stored, so that nobody can say what it comes to.
     *
     * @param why in one sentence
     */
    record Unreadable(String text, String why) implements Claim {}

    /** It hangs on the object's name. */
    record Named(String text, NameTest test) implements Claim {}

    /** The contrary. */
    record Not(Claim of) implements Claim {

        @Override
        public String text() {
            return "!(" + of.text() + ")";
        }
    }

    /** All of them. */
    record And(List<Claim> of) implements Claim {

        public And {
            of = List.copyOf(of);
        }

        @Override
        public String text() {
            return of.stream().map(Claim::text).collect(Collectors.joining(" && ", "(", ")"));
        }
    }

    /** Any of them. */
    record Or(List<Claim> of) implements Claim {

        public Or {
            of = List.copyOf(of);
        }

        @Override
        public String text() {
            return of.stream().map(Claim::text).collect(Collectors.joining(" || ", "(", ")"));
        }
    }

    /** Both or neither. */
    record Same(Claim left, Claim right) implements Claim {

        @Override
        public String text() {
            return "(" + left.text() + ") == (" + right.text() + ")";
        }
    }

    /** The second where the first is true, the third where it is false. */
    record Choice(Claim condition, Claim then, Claim otherwise) implements Claim {

        @Override
        public String text() {
            return "(" + condition.text() + " ? " + then.text() + " : " + otherwise.text() + ")";
        }
    }

    /** As a person would write it. */
    String text();

    /** What it asks of the object's name, in the order of the text. */
    default Stream<NameTest> tests() {
        if (this instanceof Named named) {
            return Stream.of(named.test());
        }
        if (this instanceof Not not) {
            return not.of().tests();
        }
        if (this instanceof And and) {
            return and.of().stream().flatMap(Claim::tests);
        }
        if (this instanceof Or or) {
            return or.of().stream().flatMap(Claim::tests);
        }
        if (this instanceof Same same) {
            return Stream.of(same.left(), same.right()).flatMap(Claim::tests);
        }
        return this instanceof Choice choice
                ? Stream.of(choice.condition(), choice.then(), choice.otherwise())
                        .flatMap(Claim::tests)
                : Stream.empty();
    }

    /** {@link And}, without those parts that make no difference. */
    static Claim and(List<Claim> parts) {
        return join(parts, false);
    }

    /** {@link Or}, without those parts that make no difference. */
    static Claim or(List<Claim> parts) {
        return join(parts, true);
    }

    private static Claim join(List<Claim> parts, boolean decisive) {
        var left = new ArrayList<Claim>();
        for (var part : parts) {
            if (!(part instanceof Known known)) {
                left.add(part);
            } else if (known.value() == decisive) {
                return known;
            }
        }
        return switch (left.size()) {
            case 0 -> new Known(!decisive);
            case 1 -> left.get(0);
            default -> decisive ? new Or(left) : new And(left);
        };
    }

    /** {@link Not}; of something known, the contrary. */
    static Claim not(Claim claim) {
        return claim instanceof Known known ? new Known(!known.value()) : new Not(claim);
    }

    /** {@link Same}; with something known, the other or its contrary. */
    static Claim same(Claim left, Claim right) {
        if (left instanceof Known known) {
            return known.value() ? right : not(right);
        }
        return right instanceof Known ? same(right, left) : new Same(left, right);
    }

    /** {@link Choice}; where the condition is known, the part that it chooses. */
    static Claim choice(Claim condition, Claim then, Claim otherwise) {
        return condition instanceof Known known
                ? known.value() ? then : otherwise
                : new Choice(condition, then, otherwise);
    }
}
