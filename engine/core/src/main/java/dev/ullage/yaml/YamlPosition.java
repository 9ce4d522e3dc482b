package dev.ullage.yaml;

import java.util.Comparator;

/**
 * A place in a file, as editors count.
 *
 * @param line 1-based; 0 for the file as a whole
 * @param column 1-based, in Unicode code points; 0 for the file as a whole
 */
public record YamlPosition(int line, int column) implements Comparable<YamlPosition> {

    /** The file as a whole, such as one that cannot be opened. */
    public static final YamlPosition WHOLE_FILE = new YamlPosition(0, 0);

    private static final Comparator<YamlPosition> ORDER =
            Comparator.comparingInt(YamlPosition::line).thenComparingInt(YamlPosition::column);

    @Override
    public int compareTo(YamlPosition other) {
        return ORDER.compare(this, other);
    }

    /** {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
