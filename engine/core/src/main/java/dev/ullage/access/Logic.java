package dev.ullage.access;

import dev.ullage.model.Answer;

/**
 * The connectives in which a provider's evaluation is written down once: for one request ({@link #kleene}), and for all
 * object names at once ({@link #overNames}).
 *
 * @param <T> a three-valued truth
 */
public interface Logic<T> {

    /** True for sure. */
    T yes();

    /** False for sure. */
    T no();

    /** Not known. */
    T unknown();

    /** Both. */
    T and(T left, T right);

    /** Either. */
    T or(T left, T right);

    /** The first, and not the second. */
    T minus(T left, T right);

    /** The same for every name. */
    default T of(Answer answer) {
        return switch (answer) {
            case YES -> yes();
            case NO -> no();
            case UNKNOWN -> unknown();
        };
    }

    /** Truths of one request. */
    static Logic<Answer> kleene() {
        return Kleene.LOGIC;
    }

    /** Truths of every object name at once: the names for which it is sure, and those for which it is possible. */
    static Logic<Reach> overNames() {
        return OverNames.LOGIC;
    }
}
