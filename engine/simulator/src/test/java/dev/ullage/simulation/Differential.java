package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import java.util.Optional;
import java.util.Set;

/**
 * Asks two evaluators about many cases, and shows the first one that they rule differently, made small.
 *
 * @param cases the case of a seed and an index, always the same one
 * @param kept names of fields that a case is not shown without
 */
public record Differential(Cases cases, Evaluator reference, Evaluator engine, Set<String> kept) {

    /** Invents cases. */
    @FunctionalInterface
    public interface Cases {
        ObjectNode make(long seed, long index);
    }

    /** Rules on a case. */
    @FunctionalInterface
    public interface Evaluator {
        Ruling rule(JsonNode oneCase) throws MalformedCaseException;
    }

    /**
     * What the two say of one case: a ruling, or how they failed.
     *
     * @param reference of the slow side
     * @param engine of the side that is tested
     */
    public record Answers(String reference, String engine) {
        public boolean differ() {
            return !reference.equals(engine);
        }
    }

    /** A case on which they differ. */
    public record Mismatch(long seed, long index, JsonNode shrunk, Answers answers) {
        public String describe(Class<?> test) {
            return """
                    case %d of seed %d: the reference says %s, the engine %s
                    %s
                    to replay the case as it was: mvn test -Dtest=%s -Dullage.seed=%d -Dullage.case=%d
                    """.formatted(
                    index, seed, answers.reference(), answers.engine(), shrunk, test.getSimpleName(), seed, index);
        }
    }

    /** The first of many cases on which they differ. */
    public Optional<Mismatch> search(long seed, long count) {
        for (long index = 0; index < count; index++) {
            var oneCase = cases.make(seed, index);
            var answers = ask(oneCase);
            if (answers.differ()) {
                var shrunk = new Shrinking(kept, smaller -> ask(smaller).equals(answers)).shrink(oneCase);
                return Optional.of(new Mismatch(seed, index, shrunk, answers));
            }
        }
        return Optional.empty();
    }

    public Answers ask(JsonNode oneCase) {
        return new Answers(answer(reference, oneCase), answer(engine, oneCase));
    }

    /** An evaluator that breaks down is a finding about it, and has to leave the case to look at. */
    private static String answer(Evaluator evaluator, JsonNode oneCase) {
        try {
            return evaluator.rule(oneCase).name();
        } catch (MalformedCaseException | RuntimeException broken) {
            return "fails: " + broken;
        }
    }
}
