package dev.ullage.yaml;

import java.util.List;
import java.util.function.Supplier;

/** What came of reading files: a value, or everything that has to be changed before there can be one. */
public sealed interface Reading<T> {

    /** There was nothing to object to. */
    record Accepted<T>(T value) implements Reading<T> {

        @Override
        public List<YamlProblem> problems() {
            return List.of();
        }

        @Override
        public T orElseThrow() {
            return value;
        }
    }

    /** At least one problem, sorted by place. */
    record Refused<T>(List<YamlProblem> problems) implements Reading<T> {

        public Refused {
            problems = problems.stream().sorted().distinct().toList();
        }

        @Override
        public T orElseThrow() {
            throw new IllegalStateException("there is no value for the problems: " + problems);
        }
    }

    /** All problems of all files, sorted by place; empty when accepted. */
    List<YamlProblem> problems();

    /** The value, for one who knows that there are no problems; else an {@link IllegalStateException}. */
    T orElseThrow();

    /** The value if there are no problems; it is not asked for otherwise. */
    static <T> Reading<T> of(List<YamlProblem> problems, Supplier<T> value) {
        return problems.isEmpty() ? new Accepted<>(value.get()) : new Refused<>(problems);
    }
}
