package dev.ullage.collectors.exports;

/**
 * How much is accepted from input that may be broken or hostile. Together they keep a run inside a heap of 512 MiB.
 *
 * @param recordBytes size of one record, or of the first line of a text
 * @param recordTokens JSON tokens of one record; a tree of empty objects takes fifty times its text in memory
 * @param stringChars length of one JSON string
 * @param depth nesting of JSON values, counted from the top of the file
 * @param textBytes size of one file that is not JSON
 * @param expandedBytes size of one gzip file when expanded
 * @param expansionRatio expanded bytes for each byte on disk, looked at after the first MiB
 * @param factChars written length of all facts together, which is about the memory they take
 */
public record ExportLimits(
        int recordBytes,
        int recordTokens,
        int stringChars,
        int depth,
        int textBytes,
        long expandedBytes,
        int expansionRatio,
        long factChars) {

    private static final int MEBI = 1 << 20;

    /** The limits that are meant unless somebody knows better. */
    public static final ExportLimits STANDARD =
            new ExportLimits(16 * MEBI, 500_000, MEBI, 200, 64 * MEBI, 4096L * MEBI, 200, 128L * MEBI);

    /** The same with another limit for the size of one expanded gzip file. */
    public ExportLimits withExpandedBytes(long bytes) {
        return new ExportLimits(
                recordBytes, recordTokens, stringChars, depth, textBytes, bytes, expansionRatio, factChars);
    }

    /** The same with another limit for the written length of all facts. */
    public ExportLimits withFactChars(long chars) {
        return new ExportLimits(
                recordBytes, recordTokens, stringChars, depth, textBytes, expandedBytes, expansionRatio, chars);
    }
}
