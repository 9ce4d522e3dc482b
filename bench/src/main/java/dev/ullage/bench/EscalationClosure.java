package dev.ullage.bench;

import dev.ullage.access.Escalation;
import dev.ullage.access.aws.AwsBecoming;
import dev.ullage.bench.measure.AnswerDigest;
import dev.ullage.bench.measure.Figures;
import dev.ullage.bench.measure.Runs;
import java.util.Map;

/** Who can become whom in the end, everybody at once, steps included. */
final class EscalationClosure implements Driver {

    @Override
    public void measure(Input input, Figures figures) {
        var facts = input.load();
        input.describe(facts, figures);
        figures.runs(
                "closure",
                Runs.of(
                        1,
                        5,
                        new Runs.Job<>(
                                () -> new Escalation(new AwsBecoming(facts).all()).counts(),
                                EscalationClosure::digest)));
    }

    private static String digest(Map<String, Integer> counts) {
        var digest = new AnswerDigest();
        counts.forEach((principal, others) -> digest.line(principal + "\t" + others));
        return "%s, %d principals, %d pairs"
                .formatted(
                        digest.hex(),
                        counts.size(),
                        counts.values().stream().mapToLong(Integer::longValue).sum());
    }
}
