package dev.ullage.access.regex;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A set of characters. What a class of RE2 stands for is asked of RE2 itself, character by character, so that there is no
 * second table of what is a letter, and no second opinion on what upper case is.
 */
record Characters(RangeSet<Integer> ranges) {

    /** What the rest of the alphabet does where a class speaks of ASCII only: any character beyond it. */
    private static final int FOREIGN = 0x4E00;

    /** Characters that ASCII letters become when case makes no difference: the long s and the sign for Kelvin. */
    private static final Set<Integer> FOLDED = Set.of(0x17F, 0x212A);

    private static final int MOST_REMEMBERED = 100;
    private static final Range<Integer> SURROGATES = closed(Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    private static final Map<String, Characters> REMEMBERED = new ConcurrentHashMap<>();

    /** Every character. */
    static final Characters ALL = of(Range.closedOpen(0, Character.MAX_CODE_POINT + 1));

    /** Every character but the line break. */
    static final Characters OF_A_LINE = new Characters(of('\n').ranges.complement()).and(ALL);

    /** What {@code \w} and {@code \b} call a word. */
    static final Characters OF_WORDS = new Characters(
            ImmutableRangeSet.unionOf(Set.of(closed('0', '9'), closed('A', 'Z'), closed('_', '_'), closed('a', 'z'))));

    Characters {
        ranges = ImmutableRangeSet.copyOf(ranges);
    }

    static Characters of(int point) {
        return of(closed(point, point));
    }

    private static Characters of(Range<Integer> range) {
        return new Characters(ImmutableRangeSet.of(range));
    }

    private static Range<Integer> closed(int from, int to) {
        return Range.closedOpen(from, to + 1);
    }

    Characters and(Characters other) {
        var both = TreeRangeSet.<Integer>create();
        ranges.asRanges().forEach(range -> both.addAll(other.ranges.subRangeSet(range)));
        return new Characters(both);
    }

    Characters without(Characters other) {
        return and(new Characters(other.ranges.complement()));
    }

    /** True when {@link #matching} has to look at every character there is. */
    static boolean isBeyondAscii(String text) {
        return !text.chars().allMatch(c -> c < 0x80) || text.matches("(?s).*\\\\[pPx0-7].*");
    }

    /** The characters that an expression for one character matches, whole. */
    static Characters matching(String expression) {
        var known = REMEMBERED.get(expression);
        if (known == null) {
            var pattern = Pattern.compile("(?:" + expression + ")");
            known = isBeyondAscii(expression) ? ofAll(expression) : ofAscii(pattern);
            if (REMEMBERED.size() >= MOST_REMEMBERED) {
                REMEMBERED.clear();
            }
            REMEMBERED.put(expression, known);
        }
        return known;
    }

    private static Characters ofAscii(Pattern pattern) {
        var found = TreeRangeSet.<Integer>create();
        IntStream.concat(IntStream.range(0, 0x80), FOLDED.stream().mapToInt(Integer::intValue))
                .filter(point -> pattern.matches(Character.toString(point)))
                .forEach(point -> found.add(closed(point, point)));
        if (pattern.matches(Character.toString(FOREIGN))) {
            var rest = TreeRangeSet.<Integer>create();
            rest.add(closed(0x80, Character.MAX_CODE_POINT));
            FOLDED.forEach(point -> rest.remove(closed(point, point)));
            found.addAll(rest);
        }
        return new Characters(found);
    }

    /** Runs of such characters in a text that has every character once, in order. */
    private static Characters ofAll(String expression) {
        var all = everyCharacter();
        var found = TreeRangeSet.<Integer>create();
        var runs = Pattern.compile("(?:" + expression + ")+").matcher(all);
        while (runs.find()) {
            found.add(closed(all.codePointAt(runs.start()), all.codePointBefore(runs.end())));
        }
        found.remove(SURROGATES);
        return new Characters(found);
    }

    private static String everyCharacter() {
        var text = new StringBuilder(2 * Character.MAX_CODE_POINT);
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (!SURROGATES.contains(point)) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    /** Calls back with the first and last of each run. */
    void forEachRun(Run run) {
        for (var range : ranges.asRanges()) {
            var points = ContiguousSet.create(range, DiscreteDomain.integers());
            if (!points.isEmpty()) {
                run.accept(points.first(), points.last());
            }
        }
    }

    /** The first and last of characters that follow each other. */
    @FunctionalInterface
    interface Run {
        void accept(int first, int last);
    }
}
