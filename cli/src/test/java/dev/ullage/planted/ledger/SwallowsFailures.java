package dev.ullage.planted.ledger;

import java.io.IOException;
import java.io.InputStream;

final class SwallowsFailures {

    /** Takes our own fault for the end of the input. */
    int swallow(InputStream in) {
        try {
            return in.read();
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }

    /** Catches nothing, whatever its class file looks like. */
    int read(InputStream in) throws IOException {
        try (in) {
            return in.read();
        }
    }

    @SuppressWarnings("unused")
    private int silent;

    // Read by nobody: it stands for a suppression with a reason.
    @SuppressWarnings("unused")
    private int argued;
}
