package dev.ullage.collectors.exports.aws;

import java.util.HashSet;
import java.util.Set;

/**
 * Remembers the last ids as 64-bit digests: at least one generation of them, at most two. CloudTrail may deliver an event
 * twice, hours apart at most; one that comes again later than this is counted again.
 */
final class RecentIds {

    private final int generation;
    private Set<Long> young = new HashSet<>();
    private Set<Long> old = Set.of();

    /** {@code generation} is the number of ids after which the generation before it is forgotten. */
    RecentIds(int generation) {
        this.generation = generation;
    }

    /** Remembers an id; false when it is remembered already. */
    boolean add(String id) {
        var digest = digest(id);
        if (old.contains(digest) || !young.add(digest)) {
            return false;
        }
        if (young.size() == generation) {
            old = young;
            young = new HashSet<>();
        }
        return true;
    }

    /** FNV-1a. The ids are CloudTrail's own, so nobody can make two of them collide. */
    private static long digest(String id) {
        var digest = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            digest = (digest ^ id.charAt(i)) * 0x100000001b3L;
        }
        return digest;
    }
}
