package dev.ullage.bench;

import dev.ullage.bench.measure.Figures;
import java.io.IOException;

/** Takes one figure. */
@FunctionalInterface
interface Driver {

    /** Measures an account and says what it found. */
    void measure(Input input, Figures figures) throws IOException;
}
