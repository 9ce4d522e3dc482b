package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import java.util.List;

/** Everything that the HTML report says, ready to be set. */
record Page(
        String estate,
        String asOf,
        String tool,
        Glance glance,
        List<ControlTable> controls,
        LedgerMatrix ledger,
        List<LedgerDetail> identities,
        UllageTable ullage,
        FindingList findings,
        GapList gaps,
        InputList inputs,
        WaiverList waivers,
        List<String> limits) {

    static Page of(Assessment assessment) {
        var ordered = Ordered.of(assessment);
        return new Page(
                ordered.estate(),
                Numbers.minute(ordered.asOf()),
                ordered.tool(),
                Glance.of(ordered),
                ControlTable.of(ordered.controls()),
                LedgerMatrix.of(ordered.ledger()),
                LedgerDetail.of(ordered.ledger()),
                UllageTable.of(ordered.estate(), ordered.ullage()),
                FindingList.of(ordered),
                GapList.of(ordered.outcomes()),
                InputList.of(ordered),
                WaiverList.of(ordered),
                ordered.limits().stream().map(ForeignText::prose).toList());
    }
}
