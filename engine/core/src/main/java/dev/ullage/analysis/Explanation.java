package dev.ullage.analysis;

import java.util.List;

/** The chain from a principal through group, role, binding and condition to a permission, first link first. */
public record Explanation(List<Step> steps) {

    public Explanation {
        steps = List.copyOf(steps);
    }
}
