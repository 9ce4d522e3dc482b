package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not read never looks like compliance, whichever file of the example it is. */
class MissingInputTest {

    @TempDir
    private Path estate;

    private Assessment whole;

    @BeforeEach
    void copy() throws ConfigurationException, IOException {
        whole = Acme.audit(Acme.copy(estate, 1));
    }

    @Test
    void no_file_that_is_absent_turns_an_objection_into_a_pass() throws Exception {
        var wrong = new TreeSet<String>();
        for (var file : Acme.exports()) {
            var bytes = Files.readAllBytes(estate.resolve(file));
            Files.delete(estate.resolve(file));
            collectFalsePasses(file, wrong);
            Files.write(estate.resolve(file), bytes);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void no_file_that_is_cut_in_half_turns_an_objection_into_a_pass() throws Exception {
        var wrong = new TreeSet<String>();
        for (var file : Acme.exports()) {
            var bytes = Files.readAllBytes(estate.resolve(file));
            Files.write(estate.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
            collectFalsePasses(file, wrong);
            Files.write(estate.resolve(file), bytes);
        }

        assertThat(wrong).isEmpty();
    }

    private void collectFalsePasses(Path file, TreeSet<String> wrong) throws Exception {
        var before = new TreeMap<String, Verdict>();
        whole.outcomes().forEach(outcome -> before.put(outcome.rule() + " in " + outcome.scope(), outcome.verdict()));
        for (var outcome : Acme.audit(estate).outcomes()) {
            var was = before.get(outcome.rule() + " in " + outcome.scope());
            if (outcome.verdict() == Verdict.PASS && (was == Verdict.FAIL || was == Verdict.UNKNOWN)) {
                wrong.add(
                        "without %s: %s in %s was %s and passes".formatted(file, outcome.rule(), outcome.scope(), was));
            }
        }
    }
}
