package dev.ullage.access.aws.policy;

import com.google.common.base.Strings;
import java.util.List;

/**
 * The statements of a policy that speak of one action, with a glance at the beginning of the ARNs that each is about: most
 * are then passed over without being looked at, which with thousands of policies is what takes the time.
 */
final class Selected {

    private final CompiledStatement[] statements;
    /** Of each statement the number of characters and their hash. */
    private final long[] beginnings;

    Selected(List<CompiledStatement> statements) {
        this.statements = statements.toArray(CompiledStatement[]::new);
        this.beginnings = statements.stream()
                .mapToLong(statement -> pack(common(statement.heads())))
                .toArray();
    }

    private static String common(List<String> heads) {
        return heads.stream().reduce(Strings::commonPrefix).orElse("");
    }

    private static long pack(String beginning) {
        return (long) beginning.length() << Integer.SIZE | beginning.hashCode() & 0xffffffffL;
    }

    int size() {
        return statements.length;
    }

    CompiledStatement get(int index) {
        return statements[index];
    }

    CompiledStatement[] all() {
        return statements;
    }

    /** False when no ARN that begins with this one is among those that the statement is about. */
    boolean mayBeAbout(int index, ResourceArn arn) {
        int length = (int) (beginnings[index] >>> Integer.SIZE);
        return length > arn.text().length() || arn.hashOfFirst(length) == (int) beginnings[index];
    }
}
