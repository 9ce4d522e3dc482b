package dev.ullage.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.yaml.ErrorTable.Row;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ErrorLanguageTest {

    enum Purpose {
        TRAIN,
        SERVE,
        LOOK_AROUND
    }

    @TestFactory
    Stream<DynamicTest> every_bad_file_gets_exactly_these_messages() {
        return rows().map(row -> DynamicTest.dynamicTest(
                row.name(),
                () -> assertThat(messages(row.files().getOrDefault("f.yaml", "")))
                        .isEqualTo(row.messages())));
    }

    @Test
    void the_table_has_a_message_in_every_row() {
        assertThat(rows())
                .hasSizeGreaterThan(60)
                .noneMatch(row -> row.messages().isEmpty());
    }

    private static Stream<Row> rows() {
        return ErrorTable.rows(ErrorLanguageTest.class, "errors.txt");
    }

    private static java.util.List<String> messages(String yaml) {
        var file = YamlFile.of("f.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        var fields = file.fields();
        fields.text("name");
        fields.optionalText("title");
        fields.optionalTexts("reads");
        fields.words("also", Purpose.class, java.util.Set.of());
        fields.flag("public", false);
        fields.count("days", 1, 400, 90);
        fields.optionalInstant("asOf");
        if (yaml.contains("purpose")) {
            fields.word("purpose", Purpose.class);
        }
        if (yaml.contains("review")) {
            fields.date("reviewBy");
        }
        if (yaml.contains("owner")) {
            fields.texts("owners");
        }
        if (yaml.contains("given")) {
            fields.fields("given").node("facts");
        }
        fields.optionalItems("logs").forEach(log -> log.instant("from"));
        return file.problems().stream().map(YamlProblem::toString).toList();
    }
}
