package dev.ullage.collectors.exports;

import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.InputFile;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What became of one file, collected while it is read. */
final class FileReport {

    private final String path;
    private final Set<String> recognisedAs = new TreeSet<>();
    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private @Nullable CoverageStatus gap;
    private String sha256 = "";
    private String problem = "";
    private int problems;
    private String unrecognised = "";
    private int unrecognisedRecords;

    FileReport(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    void digest(String hexadecimal) {
        sha256 = hexadecimal;
    }

    void recognised(String kind, Set<Topic> kindTopics) {
        recognisedAs.add(kind);
        topics.addAll(kindTopics);
    }

    /** Part of the file belongs to no reader; that matters only when the whole of it does not. */
    void unrecognised(String why) {
        unrecognisedRecords++;
        if (unrecognised.isEmpty()) {
            unrecognised = why;
        }
    }

    /** The file was left alone, and that says nothing about coverage. */
    void skipped(String why) {
        problem(path + ": " + why);
    }

    /** Something that the file should have said is missing now. */
    void gap(CoverageStatus status, String sentence) {
        if (gap == null || status.compareTo(gap) > 0) {
            gap = status;
        }
        problem(sentence);
    }

    /** The same for something that may have been of any topic. */
    void gapOfAnyTopic(CoverageStatus status, String sentence) {
        topics.addAll(EnumSet.allOf(Topic.class));
        gap(status, sentence);
    }

    /** What is not covered because of this file. Where nothing of it was recognised it may have held anything. */
    List<Coverage> gaps(KnownPlaces places, List<String> folders) {
        if (gap == null) {
            return List.of();
        }
        Collection<Topic> missing = topics.isEmpty() ? EnumSet.allOf(Topic.class) : topics;
        var status = gap;
        var scope = places.scope(folders, missing);
        var source = new Source(path, 0, "");
        return missing.stream()
                .map(topic -> new Coverage(topic, scope, status, problem, source))
                .toList();
    }

    InputFile inputFile(long facts) {
        return new InputFile(path, String.join(", ", recognisedAs), facts, sentence(), sha256);
    }

    private void problem(String sentence) {
        problems++;
        if (problem.isEmpty()) {
            problem = sentence;
        }
    }

    private String sentence() {
        if (problems > 1) {
            return problem + " (and " + (problems - 1) + " more in this file)";
        }
        if (problems == 1 || unrecognised.isEmpty()) {
            return problem;
        }
        if (recognisedAs.isEmpty()) {
            return path + ": not recognised: skipped; " + unrecognised;
        }
        return path + ": " + unrecognisedRecords + " of its records were not recognised: skipped; " + unrecognised;
    }
}
