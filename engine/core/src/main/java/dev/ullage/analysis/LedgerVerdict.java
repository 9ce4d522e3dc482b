package dev.ullage.analysis;

import dev.ullage.model.Answer;

/** What granted, declared and used mean together. */
public enum LedgerVerdict {
    /** Declared, granted and used: as it should be. */
    MATCHED,
    /** Declared and granted, and the logs prove that it is not used. */
    DORMANT,
    /** Declared and granted; use is not known. */
    HELD,
    /** Granted, nobody declared it, and the logs prove that nobody uses it: remove. */
    CREEP,
    /** In use, nobody declared it: declare or remove. */
    UNDECLARED,
    /** Granted beyond what was declared; use is not known: switch the log on, then decide. */
    EXCESS,
    /** Declared and not granted: the job will fail with 403. */
    BROKEN,
    /** Used and no longer granted, or granted in a way that is not modelled. */
    PAST,
    /** Granted and used; no owner said what the principal is for. */
    USED,
    /** Granted and provably not used; no owner said what the principal is for. */
    UNUSED,
    /** A fact is missing. */
    UNKNOWN;

    /**
     * The verdict of a row. A declared column that is {@code UNKNOWN} (no intent for the principal) leaves granted and
     * used to judge by.
     *
     * @throws IllegalArgumentException for a row of which nothing at all is so (all {@code NO}), which is no row
     */
    public static LedgerVerdict of(Answer granted, Answer declared, Answer used) {
        return switch (granted) {
            case UNKNOWN -> UNKNOWN;
            case NO -> notGranted(declared, used);
            case YES -> granted(declared, used);
        };
    }

    private static LedgerVerdict notGranted(Answer declared, Answer used) {
        if (declared == Answer.YES) {
            return BROKEN;
        }
        if (used == Answer.YES) {
            return PAST;
        }
        if (declared == Answer.NO && used == Answer.NO) {
            throw new IllegalArgumentException("neither granted, declared nor used: not a row");
        }
        return UNKNOWN;
    }

    private static LedgerVerdict granted(Answer declared, Answer used) {
        return switch (declared) {
            case YES ->
                switch (used) {
                    case YES -> MATCHED;
                    case NO -> DORMANT;
                    case UNKNOWN -> HELD;
                };
            case NO ->
                switch (used) {
                    case YES -> UNDECLARED;
                    case NO -> CREEP;
                    case UNKNOWN -> EXCESS;
                };
            case UNKNOWN ->
                switch (used) {
                    case YES -> USED;
                    case NO -> UNUSED;
                    case UNKNOWN -> UNKNOWN;
                };
        };
    }
}
