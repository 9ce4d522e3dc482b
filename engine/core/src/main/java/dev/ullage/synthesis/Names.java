package dev.ullage.synthesis;

/**
 * Object names of one declared place.
 *
 * @param text a whole name, or how the names begin; empty for all of a bucket
 * @param isPrefix true for every name that begins with the text
 */
public record Names(String text, boolean isPrefix) implements Comparable<Names> {

    /** The names of a place such as {@code gs://bucket/prefix/}. */
    static Names of(String place, String bucket) {
        var rest = place.length() > bucket.length() ? place.substring(bucket.length() + 1) : "";
        return new Names(rest, rest.isEmpty() || rest.endsWith("/"));
    }

    /** True for all of a bucket. */
    public boolean isEverything() {
        return isPrefix && text.isEmpty();
    }

    /** True when every name of the other is one of these. */
    boolean contains(Names other) {
        return equals(other) || isPrefix && other.text.startsWith(text);
    }

    @Override
    public int compareTo(Names other) {
        return text.compareTo(other.text) == 0 ? Boolean.compare(isPrefix, other.isPrefix) : text.compareTo(other.text);
    }
}
