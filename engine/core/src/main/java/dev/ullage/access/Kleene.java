package dev.ullage.access;

import dev.ullage.model.Answer;

/** Kleene's strong logic of three values. */
enum Kleene implements Logic<Answer> {
    LOGIC;

    @Override
    public Answer yes() {
        return Answer.YES;
    }

    @Override
    public Answer no() {
        return Answer.NO;
    }

    @Override
    public Answer unknown() {
        return Answer.UNKNOWN;
    }

    @Override
    public Answer and(Answer left, Answer right) {
        return left.and(right);
    }

    @Override
    public Answer or(Answer left, Answer right) {
        return left.or(right);
    }

    @Override
    public Answer minus(Answer left, Answer right) {
        return left.and(right.not());
    }
}
