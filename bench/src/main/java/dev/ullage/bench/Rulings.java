package dev.ullage.bench;

import dev.ullage.access.Ruling;
import dev.ullage.bench.measure.AnswerDigest;

/** Many rulings in their order, a byte each. */
final class Rulings {

    private static final byte ALLOWED = letter(Ruling.ALLOWED);

    private final byte[] letters;
    private int size;

    Rulings(int most) {
        this.letters = new byte[most];
    }

    void add(Ruling ruling) {
        letters[size++] = letter(ruling);
    }

    /** Every ruling begins with another letter. */
    private static byte letter(Ruling ruling) {
        return (byte) ruling.name().charAt(0);
    }

    /** What to compare with other engines' answers, and how many are allowed. */
    String digest() {
        int allowed = 0;
        for (byte letter : letters) {
            allowed += letter == ALLOWED ? 1 : 0;
        }
        return "%s, %s allowed".formatted(new AnswerDigest().add(letters).hex(), allowed);
    }
}
