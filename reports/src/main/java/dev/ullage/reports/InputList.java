package dev.ullage.reports;

import static java.util.Comparator.comparing;

import dev.ullage.analysis.Assessment;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.InputFile;
import dev.ullage.model.Topic;
import java.util.Arrays;
import java.util.List;

/**
 * What was read: every file and what became of it, every topic and how much of it there was.
 *
 * @param files those with a problem first, then those that were not recognised
 * @param gaps coverage that is not complete, worst first
 */
record InputList(List<File> files, int hiddenFiles, List<TopicLine> topics, List<Gap> gaps, int hiddenGaps) {

    static final int MOST_LINES = 200;

    private static final int LONGEST_PATH = 160;
    private static final int DIGEST_SHOWN = 12;

    /** One file; a recognised one has facts. */
    record File(String path, String recognisedAs, long facts, String problem, String digest) {}

    /** How many scopes of a topic were read how. */
    record TopicLine(String topic, long complete, long partial, long denied) {

        /** True when nothing at all is known about the topic. */
        boolean isUnread() {
            return complete + partial + denied == 0;
        }
    }

    /** A part that could not be read. */
    record Gap(String topic, String scope, Mark status, String reason, String source) {}

    static InputList of(Assessment assessment) {
        var files = assessment.inputs().stream()
                .sorted(comparing((InputFile file) -> file.problem().isEmpty())
                        .thenComparing(file -> !file.recognisedAs().isEmpty()))
                .limit(MOST_LINES)
                .map(InputList::file)
                .toList();
        var incomplete = assessment.coverage().stream()
                .filter(coverage -> coverage.status() != CoverageStatus.COMPLETE)
                .sorted(comparing(Coverage::status).reversed())
                .toList();
        var gaps = incomplete.stream().limit(MOST_LINES).map(InputList::gap).toList();
        return new InputList(
                files,
                assessment.inputs().size() - files.size(),
                topics(assessment.coverage()),
                gaps,
                incomplete.size() - gaps.size());
    }

    private static File file(InputFile file) {
        var digest = file.sha256();
        return new File(
                ForeignText.shortened(file.path(), LONGEST_PATH),
                file.recognisedAs(),
                file.facts(),
                ForeignText.prose(file.problem()),
                digest.substring(0, Math.min(DIGEST_SHOWN, digest.length())));
    }

    private static List<TopicLine> topics(List<Coverage> coverage) {
        return Arrays.stream(Topic.values())
                .map(topic -> new TopicLine(
                        topic.word(),
                        count(coverage, topic, CoverageStatus.COMPLETE),
                        count(coverage, topic, CoverageStatus.PARTIAL),
                        count(coverage, topic, CoverageStatus.DENIED)))
                .toList();
    }

    private static long count(List<Coverage> coverage, Topic topic, CoverageStatus status) {
        return coverage.stream()
                .filter(one -> one.topic() == topic && one.status() == status)
                .count();
    }

    private static Gap gap(Coverage coverage) {
        return new Gap(
                coverage.topic().word(),
                coverage.scope(),
                Mark.of(coverage.status()),
                ForeignText.prose(coverage.reason()),
                coverage.source().toString());
    }
}
