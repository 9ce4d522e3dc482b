package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    @Test
    void a_person_who_watches_sees_each_step_on_one_line_that_is_gone_at_the_end() {
        assertThat(shown(true))
                .isEqualTo(String.join(
                        "\r\u001b[K",
                        "",
                        "1/5 reading intents and waivers",
                        "2/5 reading rules",
                        "3/5 reading exports",
                        "3/5 reading exports 7 %",
                        "3/5 reading exports 42 %",
                        "4/5 judging",
                        "5/5 writing reports",
                        ""));
    }

    @Test
    void nobody_else_sees_anything() {
        assertThat(shown(false)).isEmpty();
    }

    private static String shown(boolean lively) {
        var err = new ByteArrayOutputStream();
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (var progress = Progress.on(new Console(stream, stream, 100, false, lively))) {
            for (var step : AuditStep.values()) {
                progress.at(step);
                if (step == AuditStep.EXPORTS) {
                    progress.percent(7);
                    progress.percent(7);
                    progress.percent(42);
                }
            }
        }
        return err.toString(StandardCharsets.UTF_8);
    }
}
