package dev.ullage.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the process answers to its caller. The numbers are API: scripts branch on them, so they never change meaning. */
enum ExitCode {
    CLEAN(0, "nothing to object to, and every question answered"),
    FAILED(1, "ullage itself failed"),
    USAGE(2, "the command line, or a file the estate's owners wrote, is wrong"),
    FINDINGS(3, "findings at or above the threshold; wins over 4"),
    UNANSWERED(4, "a question could not be answered: facts are missing"),
    REFUSED(5, "refused: stale, or outside a guardrail");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** Code to meaning, in the order of the codes, as a help page lists them. */
    static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        for (var exit : values()) {
            meanings.put(Integer.toString(exit.code), exit.meaning);
        }
        return meanings;
    }
}
