package dev.ullage.bench.measure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests an answer, so that a faster wrong one shows. */
public final class AnswerDigest {

    private final MessageDigest digest;

    /** A digest of nothing yet. */
    public AnswerDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Adds bytes. */
    public AnswerDigest add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds a line of text. */
    public AnswerDigest line(String text) {
        return add((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The first sixteen digits, which are enough to tell two answers apart. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
