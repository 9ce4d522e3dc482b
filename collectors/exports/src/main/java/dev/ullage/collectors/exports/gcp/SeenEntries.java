package dev.ullage.collectors.exports.gcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Remembers which log entries were seen, to count one that was delivered twice only once. It holds the last half million
 * at least and the last million at most, in 16 MiB, which is many times the delay with which duplicates arrive; one that
 * comes later is counted again.
 */
final class SeenEntries {

    private static final int GENERATION = 500_000;
    private static final int SLOTS = 1 << 20;

    private final MessageDigest digest;
    private final int generation;
    private long[] current = new long[SLOTS];
    private long[] previous = new long[SLOTS];
    private int count;

    SeenEntries() {
        this(GENERATION);
    }

    SeenEntries(int generation) {
        this.generation = generation;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** True when the entry was not seen before; it is from now on. */
    boolean isNew(String key) {
        long hash = hash(key);
        if (previous[slot(previous, hash)] == hash || current[slot(current, hash)] == hash) {
            return false;
        }
        if (count == generation) {
            var oldest = previous;
            previous = current;
            current = oldest;
            Arrays.fill(current, 0);
            count = 0;
        }
        current[slot(current, hash)] = hash;
        count++;
        return true;
    }

    /** Part of a cryptographic digest, so that nobody can write an entry that hides another. Zero marks a free slot. */
    private long hash(String key) {
        long hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return hash == 0 ? 1 : hash;
    }

    /** Where the hash is, or would be put. */
    private static int slot(long[] table, long hash) {
        int slot = (int) (hash & (SLOTS - 1));
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
