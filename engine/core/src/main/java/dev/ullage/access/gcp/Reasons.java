package dev.ullage.access.gcp;

import dev.ullage.analysis.Step;
import dev.ullage.model.Condition;
import java.util.ArrayList;
import java.util.List;

/** Gathers, while something is decided, what decides it and what would have to be known. */
final class Reasons {

    private final List<Step> steps = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> residual = new ArrayList<>();

    void step(Step step) {
        steps.add(step);
    }

    void steps(List<Step> more) {
        steps.addAll(more);
    }

    void missing(String sentence) {
        missing.add(sentence);
    }

    void missing(List<String> sentences) {
        missing.addAll(sentences);
    }

    /** Takes over what another has gathered. */
    void add(Reasons other) {
        steps.addAll(other.steps);
        missing.addAll(other.missing);
        residual.addAll(other.residual);
    }

    /** Notes what a condition hangs on. */
    void open(Condition condition, GcpConditions.Weighed<?> weighed, String where) {
        missing.add(weighed.doubt(condition, where));
        residual.add(weighed.claim().text());
    }

    void residual(String text) {
        residual.add(text);
    }

    List<Step> steps() {
        return steps;
    }

    List<String> missing() {
        return missing;
    }

    List<String> residual() {
        return residual;
    }
}
