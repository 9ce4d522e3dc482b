package dev.ullage.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is missing, said once below a table and referred to by number in its lines. */
final class Footnotes {

    private static final int SHOWN = 30;

    private final List<String> sentences = new ArrayList<>();

    /** {@code [1 3]} for sentences of which each gets a number when it comes first; empty for none. */
    String of(List<String> missing) {
        return missing.isEmpty()
                ? ""
                : missing.stream()
                        .map(sentence -> Integer.toString(number(sentence)))
                        .collect(Collectors.joining(" ", "  [", "]"));
    }

    private int number(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
        return sentences.indexOf(sentence) + 1;
    }

    /** All of them, under a heading; nothing where there are none. */
    void draw(String heading, Sheet sheet) {
        if (sentences.isEmpty()) {
            return;
        }
        sheet.heading(heading);
        for (int i = 0; i < Math.min(sentences.size(), SHOWN); i++) {
            sheet.indented("  [%d] ".formatted(i + 1), sentences.get(i));
        }
        if (sentences.size() > SHOWN) {
            sheet.line(
                    "  and %s more; `--format json` has them all".formatted(Numbers.grouped(sentences.size() - SHOWN)));
        }
    }
}
