package dev.ullage.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a name besides that it matches a pattern. Two of them are equal when they say the same.
 *
 * @param text what is asked of the full name, in the provider's words
 * @param lead what stands before the name in the full name
 * @param language of names without what stands before them
 * @param holds false when it is asked that the name is not in the language
 */
record NameCondition(String text, String lead, Language language, boolean holds) implements Comparable<NameCondition> {

    NameCondition not() {
        return new NameCondition(text, lead, language, !holds);
    }

    boolean holdsOf(String name) {
        return language.has(name) == holds;
    }

    @Override
    public int compareTo(NameCondition other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NameCondition same
                && text.equals(same.text)
                && lead.equals(same.lead)
                && holds == same.holds;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, lead, holds);
    }

    @Override
    public String toString() {
        return holds ? text : "!" + text;
    }
}
