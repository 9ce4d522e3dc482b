package dev.ullage.question;

import dev.ullage.model.Answer;
import java.util.List;

/**
 * Who can do something, or what somebody can do.
 *
 * @param question as a person would say it
 * @param rows sorted
 * @param gaps why there may be more than the rows say, one sentence each
 * @param notes how the question was understood, where that is not plain
 */
public record AccessAnswer(String question, List<AccessRow> rows, List<String> gaps, List<String> notes) {

    public AccessAnswer {
        rows = rows.stream().sorted(AccessRow.ORDER).toList();
        gaps = gaps.stream().sorted().distinct().toList();
        notes = List.copyOf(notes);
    }

    /** True when nothing in it hangs on a fact that is missing. */
    public boolean isComplete() {
        return gaps.isEmpty() && rows.stream().allMatch(row -> row.granted() == Answer.YES);
    }
}
