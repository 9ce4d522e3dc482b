package dev.ullage.planted.ledger;

import java.time.Instant;
import java.util.function.Supplier;

final class ReadsTheClock {
    private final Supplier<Instant> clock = Instant::now;

    Instant read() {
        return clock.get();
    }
}
