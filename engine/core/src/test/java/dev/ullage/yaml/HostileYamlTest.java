package dev.ullage.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, reading ends soon, and ends in a tree or in problems. */
class HostileYamlTest {

    private static final String WELL_FORMED = """
            # a comment
            name: fraud-train
            reads: [gs://b/p/, "s3://c/d"]
            text: >-
              folded
              text
            quoted: 'it''s'
            given:
              - {facts: [a, b], when: 2026-11-20T02:00:00Z}
              - null
            """;

    @Property(tries = 2000)
    void random_bytes_give_a_tree_or_problems(@ForAll byte[] bytes) {
        assertThat(isRead(bytes)).isTrue();
    }

    @Property(tries = 4000)
    void mutilated_files_give_a_tree_or_problems(@ForAll("mutilated") String yaml) {
        assertThat(isRead(yaml.getBytes(UTF_8))).isTrue();
    }

    @Provide
    Arbitrary<String> mutilated() {
        return Mutilation.of(WELL_FORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "- ",
                "? ",
                "a: ",
                "a:\n",
                "[[],",
                "{a: {",
                "'",
                "\"",
                "#",
                "&a ",
                "*a ",
                "!a ",
                "%a\n",
                "|\n",
                ">\n",
                "a",
                "a ",
                "a\n",
                " ",
                "\n",
                "\t",
                "\r",
                ",",
                ":",
                "-\n",
                "---\n",
                "a: b\n",
                "'': ",
                "\"\\x41",
                "? a\n",
                "[a, ",
                "{a, ",
                "{? ",
                "a: [\n",
                "- - a\n",
                "\\",
                "😀",
                "a:\n ",
                "- a:\n",
                "]",
                "}",
                "'a' ",
                ": ",
                "{\"a\":",
                "[\"a\":",
                "a: |\n ",
                "a: >1\n ",
                "- |\n",
                "~: ",
                "<<: ",
                "a: &a [*a]\n"
            })
    void a_mebibyte_of_one_thing_is_soon_read(String fragment) {
        var bytes = fragment.repeat(YamlFile.MAX_BYTES / fragment.getBytes(UTF_8).length)
                .getBytes(UTF_8);

        // A tenth of a second at most on an idle core; work that grew with the square would take minutes.
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(isRead(bytes)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 2_000, 10_000, 100_000, 500_000})
    void any_depth_is_refused_without_exhausting_the_stack(int depth) {
        for (var opening : List.of("[", "{a: ", "- ", "? ", "[{a: ")) {
            var yaml = opening.repeat(Math.min(depth, YamlFile.MAX_BYTES / opening.length()));

            assertThat(YamlFile.of("f.yaml", yaml.getBytes(UTF_8)).problems()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n",
                "a: &a [*a]",
                "&a {*a : *a}",
                "a: &a x\nb: *a"
            })
    void no_file_can_repeat_itself_by_reference(String yaml) {
        assertThat(YamlFile.of("f.yaml", yaml.getBytes(UTF_8)).problems()).hasSizeGreaterThan(1);
    }

    /** Reads a file in every way; true when there is a tree or a problem that can be shown. */
    private static boolean isRead(byte[] bytes) {
        var file = YamlFile.of("f.yaml", bytes);
        file.items().forEach(item -> item.fields("given").items("facts"));
        var fields = file.fields();
        fields.text("name");
        fields.optionalTexts("reads");
        fields.optionalItems("given").forEach(given -> given.optionalInstant("when"));
        file.root().ifPresent(root -> visit(file, root));
        var problems = file.problems();
        return problems.size() <= 51
                && problems.stream().allMatch(problem -> problem.toString().length() < 2000)
                && (file.root().isPresent() || !problems.isEmpty());
    }

    private static void visit(YamlFile file, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            file.positionIn(scalar, Math.min(5, scalar.text().length()));
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().stream().limit(10).forEach(item -> visit(file, item));
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().values().stream().limit(10).forEach(entry -> visit(file, entry.value()));
        }
    }
}
