package dev.ullage.access.regex;

import dev.ullage.access.Language;
import dev.ullage.access.regex.Regex.Spot;
import dev.ullage.access.regex.RegexProgram.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts in which a regular expression of RE2 is found. Captures aside, all of RE2 is regular, so that this is exact. A
 * state is a step together with what the character before it was; what a step may do hangs on the character after it, too.
 */
public final class RegexLanguage {

    /** What stands on one side of a place: an end of the text, or a character of a kind. */
    private enum Side {
        END,
        WORD,
        LINE_BREAK,
        OTHER;

        boolean endsLine() {
            return this == END || this == LINE_BREAK;
        }
    }

    private record State(int step, Side before) {}

    private final RegexProgram program;
    private final Map<Side, Characters> kinds;
    private final Language.Builder language = new Language.Builder();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final ArrayDeque<State> todo = new ArrayDeque<>();
    private @Nullable Integer found;

    private RegexLanguage(RegexProgram program) {
        this.program = program;
        this.kinds = kinds(program);
    }

    /**
     * The texts of which some part matches.
     *
     * @throws UnreadableRegexException when it is no regular expression of RE2
     */
    public static Language of(String expression) throws UnreadableRegexException {
        return new RegexLanguage(new RegexProgram(RegexParser.parse(expression))).build();
    }

    /** The characters told apart: those that make a difference to a step. */
    private static Map<Side, Characters> kinds(RegexProgram program) {
        var kinds = new HashMap<Side, Characters>();
        var other = Characters.ALL;
        if (program.asksFor(spot -> spot == Spot.EDGE_OF_WORD || spot == Spot.NO_EDGE_OF_WORD)) {
            kinds.put(Side.WORD, Characters.OF_WORDS);
            other = other.without(Characters.OF_WORDS);
        }
        if (program.asksFor(spot -> spot == Spot.BEGIN_OF_LINE || spot == Spot.END_OF_LINE)) {
            kinds.put(Side.LINE_BREAK, Characters.of('\n'));
            other = other.without(Characters.of('\n'));
        }
        kinds.put(Side.OTHER, other);
        return kinds;
    }

    private Language build() {
        number(new State(program.start(), Side.END));
        while (!todo.isEmpty()) {
            var state = todo.remove();
            int from = numbers.getOrDefault(state, 0);
            kinds.forEach((kind, characters) -> advance(state, from, kind, characters));
            if (reached(state, Side.END).stream().anyMatch(step -> program.step(step) instanceof Step.Match)) {
                language.accept(from);
            }
        }
        return language.build();
    }

    private int number(State state) {
        var known = numbers.get(state);
        if (known == null) {
            known = language.state();
            numbers.put(state, known);
            todo.add(state);
        }
        return known;
    }

    private void advance(State state, int from, Side kind, Characters characters) {
        var reached = reached(state, kind);
        if (reached.stream().anyMatch(step -> program.step(step) instanceof Step.Match)) {
            characters.forEachRun((first, last) -> language.edge(from, first, last, foundAlready()));
            return;
        }
        for (int step : reached) {
            if (program.step(step) instanceof Step.Read read) {
                var next = new State(read.next(), kind);
                read.of().and(characters).forEachRun((first, last) -> language.edge(from, first, last, number(next)));
            }
        }
    }

    /** The state in which there was a match, whatever follows. */
    private int foundAlready() {
        var known = found;
        if (known == null) {
            known = language.state();
            language.accept(known);
            language.edge(known, 0, Character.MAX_CODE_POINT, known);
            found = known;
        }
        return known;
    }

    /** Steps that read or match, and that a state comes to without reading, in view of the next character. */
    private List<Integer> reached(State state, Side after) {
        var seen = new BitSet();
        var open = new ArrayDeque<Integer>(List.of(state.step));
        var reached = new ArrayList<Integer>();
        while (!open.isEmpty()) {
            int number = open.removeFirst();
            if (seen.get(number)) {
                continue;
            }
            seen.set(number);
            var step = program.step(number);
            if (step instanceof Step.Fork fork) {
                open.addFirst(fork.other());
                open.addFirst(fork.next());
            } else if (step instanceof Step.Check check) {
                if (holds(check.spot(), state.before, after)) {
                    open.addFirst(check.next());
                }
            } else if (!(step instanceof Step.Fail)) {
                reached.add(number);
            }
        }
        return reached;
    }

    private static boolean holds(Spot spot, Side before, Side after) {
        return switch (spot) {
            case BEGIN_OF_TEXT -> before == Side.END;
            case END_OF_TEXT -> after == Side.END;
            case BEGIN_OF_LINE -> before.endsLine();
            case END_OF_LINE -> after.endsLine();
            case EDGE_OF_WORD -> (before == Side.WORD) != (after == Side.WORD);
            case NO_EDGE_OF_WORD -> (before == Side.WORD) == (after == Side.WORD);
        };
    }
}
