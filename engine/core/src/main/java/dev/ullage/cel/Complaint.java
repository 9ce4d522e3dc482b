package dev.ullage.cel;

/**
 * Something wrong in a text of a rule.
 *
 * @param offset code points before the place in the text
 * @param fact what is there, lower-case, one sentence without a full stop
 * @param remedy what to do about it
 */
record Complaint(int offset, String fact, String remedy) {}
