package dev.ullage.simulation.rgw;

import dev.ullage.access.Ruling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the requests of a run. */
final class Tally {

    /** Requests that an exclusion covers, and those of them on which the two sides differ. */
    private record Excluded(int covered, int differing) {

        Excluded and(Excluded other) {
            return new Excluded(covered + other.covered, differing + other.differing);
        }
    }

    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<Exclusion, Excluded> exclusions = new EnumMap<>(Exclusion.class);
    private final List<String> differences = new ArrayList<>();
    private int requests;
    private int judged;
    private int undecided;

    /** Notes one request. */
    void add(Question question, Verdict verdict) {
        requests++;
        answers.merge(verdict + " by the gateway, " + question.ours() + " by us", 1, Integer::sum);
        boolean differs = !question.agreesWith(verdict);
        boolean excluded = false;
        for (var exclusion : Exclusion.values()) {
            if (exclusion.covers(question)) {
                excluded = true;
                exclusions.merge(exclusion, new Excluded(1, differs ? 1 : 0), Excluded::and);
            }
        }
        if (!excluded) {
            judged++;
            if (differs) {
                differences.add("%s by the gateway, %s by us: %s".formatted(verdict, question.ours(), question.json()));
            }
        }
    }

    /** Notes one request, of which we need not know the answer. */
    void addIfKnown(Question question, Verdict verdict) {
        if (question.ours() == Ruling.UNKNOWN) {
            undecided++;
        } else {
            add(question, verdict);
        }
    }

    /** Adds what another has counted. */
    void add(Tally other) {
        requests += other.requests;
        judged += other.judged;
        undecided += other.undecided;
        differences.addAll(other.differences);
        other.answers.forEach((answer, count) -> answers.merge(answer, count, Integer::sum));
        other.exclusions.forEach((exclusion, counts) -> exclusions.merge(exclusion, counts, Excluded::and));
    }

    /** Requests that no exclusion covers. */
    int judged() {
        return judged;
    }

    /** Where the two sides differ for no reason that is known. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(
                "%d requests, %d of them judged, %d unexplained differences; %d more left open by us%n"
                        .formatted(requests, judged, differences.size(), undecided));
        answers.forEach((answer, count) -> text.append("%7d %s%n".formatted(count, answer)));
        exclusions.forEach((exclusion, counts) -> text.append("%7d not judged, %d of them different: %s (%s)%n"
                .formatted(counts.covered, counts.differing, exclusion.why(), exclusion)));
        return text.toString();
    }
}
