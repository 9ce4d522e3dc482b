package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest {

    @Test
    void the_table_of_exit_codes_is_that_of_the_program() throws IOException {
        var readme = Files.readString(Path.of("").toAbsolutePath().resolveSibling("README.md"));

        ExitCode.meanings()
                .forEach((code, meaning) -> assertThat(readme).contains("| " + code + " | " + meaning + " |\n"));
    }
}
