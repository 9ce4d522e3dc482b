package dev.ullage.model;

import java.util.List;

/**
 * One operator and key of an AWS condition block; all clauses of a statement must hold.
 *
 * @param operator as written, such as {@code ForAllValues:StringLikeIfExists}
 * @param key as written, such as {@code aws:SourceVpc}
 * @param values one or more, as strings
 */
public record ConditionClause(String operator, String key, List<String> values) {

    public ConditionClause {
        values = List.copyOf(values);
    }
}
