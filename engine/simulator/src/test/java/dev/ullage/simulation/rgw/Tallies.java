package dev.ullage.simulation.rgw;

import java.util.Map;
import java.util.TreeMap;

/** A tally for each part of ours that was asked. */
final class Tallies {

    private final Map<String, Tally> byPart = new TreeMap<>();

    /** The tally of a part, empty at first. */
    Tally of(String part) {
        return byPart.computeIfAbsent(part, name -> new Tally());
    }

    void add(Tallies other) {
        other.byPart.forEach((part, tally) -> of(part).add(tally));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        byPart.forEach((part, tally) -> text.append(part).append(": ").append(tally));
        return text.toString();
    }
}
