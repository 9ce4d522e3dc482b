package dev.ullage.reports;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.ullage.analysis.UllageFigure;
import java.math.RoundingMode;
import java.util.List;

/**
 * The share of granted access that nobody declared and nobody uses, of the estate and of each identity, emptiest first.
 *
 * @param hidden identities that are not shown
 */
record UllageTable(Figure whole, List<Line> lines, int hidden) {

    static final int MOST_IDENTITIES = 50;

    /**
     * A figure and its bar.
     *
     * @param filled percent that is declared or used, to a tenth
     * @param filledOrUnsure percent that is not proved to be ullage, to a tenth
     */
    record Figure(int granted, int empty, int unsure, int atLeast, int atMost, String filled, String filledOrUnsure) {

        static Figure of(UllageFigure figure) {
            return new Figure(
                    figure.granted(),
                    figure.empty(),
                    figure.unsure(),
                    Numbers.atLeast(figure),
                    Numbers.atMost(figure),
                    tenths(figure.granted() - Numbers.possible(figure), figure.granted()),
                    tenths(figure.granted() - figure.empty(), figure.granted()));
        }

        private static String tenths(long part, long whole) {
            return Numbers.percent(part, whole, 1, RoundingMode.HALF_UP).toPlainString();
        }

        /** For people who do not see the bar. */
        String says() {
            return granted == 0
                    ? "nothing is granted"
                    : "at least " + atLeast + " percent and at most " + atMost + " percent is ullage";
        }
    }

    /** One identity. */
    record Line(PrincipalName who, Figure figure) {}

    static UllageTable of(String estate, List<UllageFigure> figures) {
        var lines = figures.stream()
                .sorted(comparingDouble(UllageFigure::atLeast)
                        .thenComparingDouble(UllageFigure::atMost)
                        .thenComparingInt(UllageFigure::granted)
                        .reversed()
                        .thenComparing(comparing(UllageFigure::principal)))
                .limit(MOST_IDENTITIES)
                .map(figure -> new Line(PrincipalName.of(figure.principal()), Figure.of(figure)))
                .toList();
        return new UllageTable(Figure.of(Numbers.whole(estate, figures)), lines, figures.size() - lines.size());
    }
}
