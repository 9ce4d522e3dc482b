package dev.ullage.cli;

import dev.ullage.model.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a person is told of the files that were read: the kinds that were recognised, and every file that is not in order. */
record InputNotes(List<InputFile> files) {

    InputNotes {
        files = List.copyOf(files);
    }

    /** One line for each kind, then one for each file with a problem; the report lists every file. */
    List<String> lines() {
        var ofKind = new TreeMap<String, List<InputFile>>();
        var problems = new ArrayList<String>();
        for (var file : files) {
            if (!file.recognisedAs().isEmpty()) {
                ofKind.computeIfAbsent(file.recognisedAs(), kind -> new ArrayList<>())
                        .add(file);
            }
            if (!file.problem().isEmpty()) {
                problems.add(file.problem());
            }
        }
        var lines = new ArrayList<String>();
        ofKind.forEach((kind, ofIt) -> lines.add("recognised as " + kind + ": "
                + count(ofIt.stream().mapToLong(InputFile::facts).sum(), "fact") + " in "
                + count(ofIt.size(), "file")));
        lines.addAll(problems);
        return lines;
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
