package dev.ullage.planted.ledger;

import java.time.ZoneId;

final class KnowsWhereItRuns {
    ZoneId here() {
        return ZoneId.systemDefault();
    }
}
