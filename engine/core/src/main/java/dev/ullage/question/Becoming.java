package dev.ullage.question;

import dev.ullage.analysis.Step;
import java.util.List;

/**
 * A way in which one principal can act as another.
 *
 * @param as whom it can act as
 * @param path the links from the one to the other, first link first
 * @param missing what would have to be known to say that it is possible, one sentence each; empty when it is sure
 */
public record Becoming(String as, List<Step> path, List<String> missing) {

    public Becoming {
        path = List.copyOf(path);
        missing = missing.stream().sorted().distinct().toList();
    }
}
