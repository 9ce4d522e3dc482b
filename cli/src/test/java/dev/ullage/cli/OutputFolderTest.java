package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ullage.analysis.Assessment;
import dev.ullage.reports.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {

    @TempDir
    Path work;

    private Path folder;

    @BeforeEach
    void a_folder_with_the_reports_of_the_last_run() throws IOException {
        folder = Files.createDirectory(work.resolve("out"));
        Files.writeString(folder.resolve("a.txt"), "last a");
        Files.writeString(folder.resolve("b.txt"), "last b");
    }

    @Test
    void new_reports_take_the_place_of_the_last_ones() throws Exception {
        OutputFolder.prepare(folder).write(List.of(report("a.txt"), report("b.txt")), Assessments.clean());

        assertThat(folder.resolve("a.txt")).hasContent("new a.txt of acme");
        assertThat(folder.resolve("b.txt")).hasContent("new b.txt of acme");
    }

    @Test
    void nothing_else_stays_behind() throws Exception {
        OutputFolder.prepare(folder).write(List.of(report("a.txt")), Assessments.clean());

        assertThat(names()).containsExactly("a.txt", "b.txt");
    }

    @Test
    void a_report_that_fails_leaves_the_last_set_whole() throws Exception {
        var output = OutputFolder.prepare(folder);
        var failing = new Report() {
            @Override
            public String fileName() {
                return "b.txt";
            }

            @Override
            public void write(Assessment assessment, OutputStream out) throws IOException {
                out.write('x');
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> output.write(List.of(report("a.txt"), failing), Assessments.clean()))
                .hasMessage("no space left");

        assertThat(folder.resolve("a.txt")).hasContent("last a");
        assertThat(folder.resolve("b.txt")).hasContent("last b");
        assertThat(names()).containsExactly("a.txt", "b.txt");
    }

    @Test
    void a_link_in_the_place_of_a_report_is_replaced_and_not_followed() throws Exception {
        var elsewhere = Files.writeString(work.resolve("elsewhere.txt"), "mine");
        Files.delete(folder.resolve("a.txt"));
        Files.createSymbolicLink(folder.resolve("a.txt"), elsewhere);

        OutputFolder.prepare(folder).write(List.of(report("a.txt")), Assessments.clean());

        assertThat(elsewhere).hasContent("mine");
        assertThat(folder.resolve("a.txt")).hasContent("new a.txt of acme");
    }

    @Test
    void a_report_cannot_name_a_path() throws Exception {
        var output = OutputFolder.prepare(folder);

        assertThatThrownBy(() -> output.write(List.of(report("../a.txt")), Assessments.clean()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(names()).containsExactly("a.txt", "b.txt");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Report report(String name) {
        return new WordReport(name, "new " + name);
    }
}
