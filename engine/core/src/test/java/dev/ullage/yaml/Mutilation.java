package dev.ullage.yaml;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Well-formed files with up to four places overwritten by something that YAML takes badly. */
public final class Mutilation {

    private static final int LONGEST_CUT = 12;

    private static final List<String> FRAGMENTS = List.of(
            "",
            "&a ",
            "*a",
            "<<: *a\n",
            "!!str ",
            "!x ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "? ",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "\\",
            "\\U7FFFFFFF",
            "\\UFFFFFFFF",
            "\\uD800",
            "|\n",
            ">9-\n",
            "\t",
            "\r",
            "\u0085",
            "\uFEFF",
            "\u202E",
            "\0",
            "#",
            ",",
            "@",
            "`",
            "~",
            "\n\n",
            "  ",
            "😀",
            "!<%ff>",
            "!%ff",
            "%TAG ! !\n",
            "null",
            "true",
            "2026-02-30",
            "99999999999",
            "[]",
            "{}",
            "''");

    private record Cut(int at, int length, String fragment) {}

    private Mutilation() {}

    /** Mutilated copies of a file. */
    public static Arbitrary<String> of(String wellFormed) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, wellFormed.length()),
                        Arbitraries.integers().between(0, LONGEST_CUT),
                        Arbitraries.of(FRAGMENTS))
                .as(Cut::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(cuts -> apply(wellFormed, cuts));
    }

    private static String apply(String wellFormed, List<Cut> cuts) {
        var yaml = new StringBuilder(wellFormed);
        for (var cut : cuts) {
            var from = Math.min(cut.at(), yaml.length());
            yaml.replace(from, Math.min(from + cut.length(), yaml.length()), cut.fragment());
        }
        return yaml.toString();
    }
}
