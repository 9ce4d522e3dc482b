package dev.ullage.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.yaml.ErrorTable;
import dev.ullage.yaml.ErrorTable.Row;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class EstateErrorLanguageTest {

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> every_bad_estate_gets_exactly_these_messages() {
        return rows().map(row -> DynamicTest.dynamicTest(
                row.name(), () -> assertThat(messages(row)).isEqualTo(row.messages())));
    }

    @Test
    void the_table_has_a_message_in_every_row() {
        assertThat(rows())
                .hasSizeGreaterThan(60)
                .noneMatch(row -> row.messages().isEmpty());
    }

    private static Stream<Row> rows() {
        return ErrorTable.rows(EstateErrorLanguageTest.class, "errors.txt");
    }

    private List<String> messages(Row row) throws IOException {
        var folder = Files.createTempDirectory(temporary, "estate");
        for (Map.Entry<String, String> file : row.files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return EstateReader.read(folder).problems().stream()
                .map(YamlProblem::toString)
                .toList();
    }
}
