package dev.ullage.question;

/** A question that cannot be understood. The message is one sentence: what was written, the fact, the remedy. */
public final class MalformedQuestionException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedQuestionException(String sentence) {
        super(sentence);
    }

    /** The sentence, for a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
