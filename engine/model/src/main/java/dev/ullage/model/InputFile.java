package dev.ullage.model;

/**
 * What became of one file of the input.
 *
 * @param path below the estate's folder, with {@code /}
 * @param recognisedAs such as {@code Cloud Asset Inventory IAM policies}; empty when it was not recognised
 * @param facts how many facts it gave
 * @param problem one sentence with place and remedy; empty when there was none
 * @param sha256 digest of the bytes as they lie on disk, in hexadecimal; empty when they could not be read
 */
public record InputFile(String path, String recognisedAs, long facts, String problem, String sha256) {}
