package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file under {@code src/test/resources/golden}, which shows a reviewer what a change does. */
final class Golden {

    private static final Path EXPECTED = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    private Golden() {}

    static void assertMatches(String name, String actual) {
        try {
            Files.createDirectories(ACTUAL);
            Files.writeString(ACTUAL.resolve(name), actual);
            var expected = EXPECTED.resolve(name);
            var text = Files.exists(expected) ? Files.readString(expected) : "";
            assertThat(actual)
                    .as(
                            "%s differs; if the new one is right: cp reports/%s reports/%s",
                            name, ACTUAL.resolve(name), expected)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
