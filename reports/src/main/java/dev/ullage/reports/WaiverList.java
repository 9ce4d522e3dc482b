package dev.ullage.reports;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Finding;
import dev.ullage.estate.Waiver;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The waivers, those that end first first.
 *
 * @param inForce those that cover at least one finding
 * @param ignored those that do not
 * @param hidden waivers of both kinds that are not shown
 */
record WaiverList(List<Line> inForce, List<Line> ignored, int hidden) {

    static final int MOST_LINES = 100;

    /**
     * One waiver.
     *
     * @param limitedTo principal, resource or both
     * @param effect how many findings it covers, or why it covers none
     */
    record Line(
            String rule,
            List<String> limitedTo,
            String owner,
            String approver,
            String reason,
            String created,
            String expires,
            String effect,
            String source) {}

    static WaiverList of(Assessment assessment) {
        var covered = assessment.findings().stream()
                .map(Finding::waiver)
                .flatMap(waiver -> Optional.ofNullable(waiver).stream())
                .collect(groupingBy(waiver -> waiver, counting()));
        var day = assessment.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        var inForce = covered.keySet().stream()
                .sorted(comparing(Waiver::expires).thenComparing(Waiver::source).thenComparing(Waiver::rule))
                .limit(MOST_LINES)
                .map(waiver -> line(waiver, Numbers.of(Objects.requireNonNull(covered.get(waiver)), "finding")))
                .toList();
        var ignored = assessment.unusedWaivers().stream()
                .limit(MOST_LINES)
                .map(waiver -> line(waiver, whyIgnored(waiver, day)))
                .toList();
        int all = covered.size() + assessment.unusedWaivers().size();
        return new WaiverList(inForce, ignored, all - inForce.size() - ignored.size());
    }

    private static String whyIgnored(Waiver waiver, LocalDate day) {
        if (day.isAfter(waiver.expires())) {
            return "expired on " + waiver.expires();
        }
        if (day.isBefore(waiver.created())) {
            return "not in force before " + waiver.created();
        }
        return "matches no finding";
    }

    private static Line line(Waiver waiver, String effect) {
        return new Line(
                waiver.rule(),
                Stream.of(waiver.principal(), waiver.resource())
                        .flatMap(limit -> Optional.ofNullable(limit).stream())
                        .toList(),
                waiver.owner(),
                waiver.approver(),
                ForeignText.prose(waiver.reason()),
                waiver.created().toString(),
                waiver.expires().toString(),
                effect,
                waiver.source().toString());
    }
}
