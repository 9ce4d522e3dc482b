package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

final class ComplaintsTest {

    @Test
    void want_of_memory_says_how_to_give_more() {
        assertThat(saidOf(new OutOfMemoryError("Java heap space")))
                .isEqualTo("out of memory; give it more, as in `UL_JAVA_OPTS=-Xmx4g`\n");
    }

    @Test
    void a_file_that_may_not_be_opened_is_named() {
        assertThat(saidOf(new UncheckedIOException(new AccessDeniedException("aws/keys.json"))))
                .isEqualTo("`aws/keys.json` may not be opened by this user\n");
    }

    @Test
    void the_systems_own_reason_is_passed_on() {
        assertThat(saidOf(new FileSystemException("out", null, "No space left on device")))
                .isEqualTo("`out`: no space left on device\n");
    }

    @Test
    void no_java_type_is_named() {
        assertThat(saidOf(new IOException(new IllegalStateException()))).doesNotContain("Exception:");
    }

    private static String saidOf(Throwable failure) {
        var err = new ByteArrayOutputStream();
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        var complaints = new Complaints(new UllageCommand(), new Console(stream, stream, 100, false, false));
        assertThat(complaints.handleError(failure)).isEqualTo(ExitCode.FAILED.code());
        return err.toString(StandardCharsets.UTF_8);
    }
}
