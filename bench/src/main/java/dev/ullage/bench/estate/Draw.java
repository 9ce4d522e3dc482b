package dev.ullage.bench.estate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Random choices for one named thing. Each thing has a stream of its own, so that another number of roles leaves the
 * buckets as they were. {@link Random} is the generator whose numbers the JDK promises to keep.
 */
final class Draw {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Random random;

    private Draw(Random random) {
        this.random = random;
    }

    /** The stream of the thing with this name. */
    static Draw of(Object... name) {
        return new Draw(new Random(new BigInteger(1, digest(joined(name))).longValue()));
    }

    /** An id as AWS gives them: a prefix of four letters, and seventeen characters that depend on the name. */
    static String uniqueId(String prefix, Object... name) {
        var id = new StringBuilder(prefix);
        for (byte part : Arrays.copyOf(digest(prefix + joined(name)), 17)) {
            id.append(BASE_32.charAt(part & 31));
        }
        return id.toString();
    }

    /** An id of 64 hexadecimal digits, as S3 gives them to accounts. */
    static String canonicalId(Object... name) {
        return "%064x".formatted(new BigInteger(1, digest(joined(name))));
    }

    private static String joined(Object... name) {
        return Arrays.stream(name).map(String::valueOf).collect(Collectors.joining(":"));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** From zero to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True in this share of all draws. */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** From zero to one, to be compared with several shares. */
    double share() {
        return random.nextDouble();
    }

    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    /** Some of the items, none twice. */
    <T> List<T> sample(List<T> items, int count) {
        var left = new ArrayList<>(items);
        var chosen = new ArrayList<T>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(below(left.size())));
        }
        return chosen;
    }

    /** Lower-case hexadecimal digits, eight for every word. */
    String hex(int words) {
        var hex = new StringBuilder();
        for (int i = 0; i < words; i++) {
            hex.append("%08x".formatted(random.nextInt()));
        }
        return hex.toString();
    }

    /** A time in a year. */
    String date(int year) {
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d+00:00",
                year,
                between(1, 12),
                between(1, 28),
                below(24),
                below(60),
                below(60));
    }
}
