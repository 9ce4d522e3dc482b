package dev.ullage.estate;

/** What is wrong with a word, and what to write instead; see {@link dev.ullage.yaml.YamlProblem} for the wording. */
record Fault(String fact, String remedy) {}
