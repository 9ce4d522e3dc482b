package dev.ullage.access.aws.policy;

/**
 * The ARN of the resource of a request, such as {@code arn:aws:s3:::models/ckpt/1}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public final class ResourceArn {

    /** Partition, service, region and account, with the word {@code arn}. */
    static final int SEGMENTS = 5;

    private final String text;
    private final int[] ends = new int[SEGMENTS];
    private final boolean isComplete;
    /** At each index that of so many first characters, as {@link String#hashCode} would have it. */
    private final int[] hashes;

    private ResourceArn(String text) {
        this.text = text;
        int at = -1;
        for (int i = 0; i < SEGMENTS && (i == 0 || at >= 0); i++) {
            at = text.indexOf(':', at + 1);
            ends[i] = at;
        }
        this.isComplete = ends[SEGMENTS - 1] > 0;
        this.hashes = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            hashes[i + 1] = 31 * hashes[i] + text.charAt(i);
        }
    }

    /** Any text; one that is no ARN matches only the lone star. */
    public static ResourceArn of(String text) {
        return new ResourceArn(text);
    }

    boolean isComplete() {
        return isComplete;
    }

    String text() {
        return text;
    }

    /** What {@link String#hashCode} says of its first characters. */
    int hashOfFirst(int length) {
        return hashes[length];
    }

    String segment(int index) {
        return text.substring(index == 0 ? 0 : ends[index - 1] + 1, ends[index]);
    }

    /** Where what identifies the resource itself begins. */
    int resourceStart() {
        return ends[SEGMENTS - 1] + 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
