package dev.ullage.analysis;

/**
 * The share of an identity's granted ledger rows that is neither declared nor used.
 *
 * @param granted rows that are granted
 * @param empty of those, rows that are neither declared nor used, and provably so
 * @param unsure of those, rows for which that is not known
 */
public record UllageFigure(String principal, int granted, int empty, int unsure) {

    /** The share that is proved, 0 to 1; 0 when nothing is granted. */
    public double atLeast() {
        return granted == 0 ? 0 : (double) empty / granted;
    }

    /** The share if everything unsure turned out to be unused too, 0 to 1. */
    public double atMost() {
        return granted == 0 ? 0 : (double) (empty + unsure) / granted;
    }
}
