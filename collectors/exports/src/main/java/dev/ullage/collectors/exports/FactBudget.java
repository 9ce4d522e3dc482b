package dev.ullage.collectors.exports;

import dev.ullage.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps facts as long as they fit, and knows when one did not. */
final class FactBudget implements Consumer<Fact> {

    private final long limit;
    private final List<Fact> facts = new ArrayList<>();
    private long chars;
    private boolean full;

    FactBudget(long limit) {
        this.limit = limit;
    }

    @Override
    public void accept(Fact fact) {
        chars += fact.toString().length();
        if (chars > limit) {
            full = true;
        } else {
            facts.add(fact);
        }
    }

    /** True when a fact had to be left out. */
    boolean isFull() {
        return full;
    }

    List<Fact> facts() {
        return facts;
    }
}
