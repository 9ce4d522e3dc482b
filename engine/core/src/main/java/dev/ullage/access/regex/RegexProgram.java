package dev.ullage.access.regex;

import dev.ullage.access.TooComplexException;
import dev.ullage.access.regex.Regex.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A regular expression as steps, in the manner of Thompson. */
final class RegexProgram {

    private static final int MOST_STEPS = 8_000;

    /** One step; {@code next} and {@code other} are numbers of steps. */
    sealed interface Step {

        /** Reads a character. */
        record Read(Characters of, int next) implements Step {}

        /** Goes on in two ways. */
        record Fork(int next, int other) implements Step {}

        /** Goes on where the place is such a spot. */
        record Check(Spot spot, int next) implements Step {}

        /** It matches. */
        record Match() implements Step {}

        /** It does not. */
        record Fail() implements Step {}
    }

    private final List<Step> steps = new ArrayList<>();
    private final int start;

    /** Built from the end, so that each step knows what comes next. */
    RegexProgram(Regex regex) {
        int match = add(new Step.Match());
        int found = build(regex, match);
        // The match may begin anywhere.
        int anywhere = add(new Step.Fail());
        int skip = add(new Step.Read(Characters.ALL, anywhere));
        steps.set(anywhere, new Step.Fork(found, skip));
        this.start = anywhere;
    }

    int start() {
        return start;
    }

    Step step(int number) {
        return steps.get(number);
    }

    /** True when some step asks for such a spot. */
    boolean asksFor(Predicate<Spot> spots) {
        return steps.stream().anyMatch(step -> step instanceof Step.Check check && spots.test(check.spot()));
    }

    private int add(Step step) {
        if (steps.size() >= MOST_STEPS) {
            throw new TooComplexException("a regular expression takes more than " + MOST_STEPS + " steps");
        }
        steps.add(step);
        return steps.size() - 1;
    }

    private int build(Regex regex, int next) {
        if (regex instanceof Regex.One one) {
            return add(new Step.Read(one.of(), next));
        }
        if (regex instanceof Regex.At place) {
            return add(new Step.Check(place.spot(), next));
        }
        if (regex instanceof Regex.Sequence sequence) {
            int begin = next;
            for (int i = sequence.of().size() - 1; i >= 0; i--) {
                begin = build(sequence.of().get(i), begin);
            }
            return begin;
        }
        if (regex instanceof Regex.Choice choice) {
            int begin = add(new Step.Fail());
            for (var one : choice.of()) {
                begin = add(new Step.Fork(build(one, next), begin));
            }
            return begin;
        }
        return repeat((Regex.Repeat) regex, next);
    }

    private int repeat(Regex.Repeat repeat, int next) {
        int begin = next;
        if (repeat.most() == Regex.WITHOUT_END) {
            begin = add(new Step.Fail());
            steps.set(begin, new Step.Fork(build(repeat.of(), begin), next));
        } else {
            for (int i = repeat.least(); i < repeat.most(); i++) {
                begin = add(new Step.Fork(build(repeat.of(), begin), next));
            }
        }
        for (int i = 0; i < repeat.least(); i++) {
            begin = build(repeat.of(), begin);
        }
        return begin;
    }
}
