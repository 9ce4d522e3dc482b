package dev.ullage.cel;

import static dev.ullage.cel.Asking.askBucket;
import static dev.ullage.cel.Asking.objections;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.Judgement;
import dev.ullage.rule.Subject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileConditionTest {

    @Test
    void none_takes_long_or_much_memory() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileConditions.class.getName())
                .redirectErrorStream(true)
                .start();

        var output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        // A newer JVM warns of what protobuf does.
        assertThat(output.lines().filter(line -> !line.startsWith("WARNING: ")))
                .containsExactly("asked " + HostileConditions.all().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eight loops inside each other",
                "three loops inside each other",
                "strings that double",
                "strings that double without a list",
                "lists that double",
                "bytes that double",
                "a comprehension that keeps its list",
                "a pattern that counts twice",
                "a pattern out of the facts",
                "a pattern that looks back",
                "a hundred thousand brackets",
                "nested lists",
                "nested calls",
                "a long path",
                "a long sum",
                "nested choices",
                "a megabyte",
                "days that do not fit",
                "a duration that does not fit",
                "a message",
                "a wide map",
                "a loop that shadows",
                "optional syntax",
                "nothing",
            })
    void is_refused_when_it_is_read(String name) {
        assertThat(objections(Subject.BUCKET, HostileConditions.all().get(name)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two loops over as much as fits", "two loops over the facts", "an overflow"})
    void has_no_answer_when_it_is_asked(String name) {
        var members = "user,".repeat(500) + "user";

        assertThat(askBucket(
                        HostileConditions.all().get(name),
                        "lifecycle_rules: 999999999, exempted_members: [" + members + "]"))
                .isInstanceOf(Judgement.Unknown.class);
    }
}
