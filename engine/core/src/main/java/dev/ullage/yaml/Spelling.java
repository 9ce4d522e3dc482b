package dev.ullage.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses which of some known words was meant. */
public final class Spelling {

    /** Longer words are not guessed at: the work grows with the square of the length. */
    private static final int LONGEST = 40;

    private Spelling() {}

    /** The nearest known word, the first of equals, when it is near enough to be the same word misspelt. */
    public static Optional<String> closest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        var best = Optional.<String>empty();
        var bestDistance = (word.length() + 1) / 3 + 1;
        for (var candidate : known) {
            var distance = distance(fold(word), fold(candidate));
            if (distance < bestDistance) {
                best = Optional.of(candidate);
                bestDistance = distance;
            }
        }
        return best;
    }

    /** What to do about a word that is not known: the one that was perhaps meant, or else all that are known. */
    public static String remedy(String word, Collection<String> known) {
        return closest(word, known)
                .map(meant -> "did you mean " + YamlProblem.quoted(meant) + "?")
                .orElseGet(() -> "known: " + list(known));
    }

    /** The words in backticks, with commas between. */
    static String list(Collection<String> words) {
        return words.stream().map(YamlProblem::quoted).collect(Collectors.joining(", "));
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two words. */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                var same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
