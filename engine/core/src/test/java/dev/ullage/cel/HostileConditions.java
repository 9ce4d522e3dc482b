package dev.ullage.cel;

import dev.ullage.rule.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions that somebody might write to stop or to fool the program. The program runs them all, in a JVM of its own with
 * little memory, and says of which it could not get rid in time.
 */
final class HostileConditions {

    private static final long MOST_MILLIS = 1_000;
    private static final String FACTS = "bucket: {id: '" + "a".repeat(1000) + "', lifecycle_rules: 999999999,"
            + " exempted_members: [" + "user,".repeat(500) + "user], labels: {a: b}}";

    private HostileConditions() {}

    static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("eight loops inside each other", nested(8, tens()));
        all.put("three loops inside each other", nested(3, tens()));
        all.put("two loops over as much as fits", nested(2, "[" + "1,".repeat(850) + "1]"));
        all.put("two loops over the facts", "bucket.exempted_members.all(a, bucket.exempted_members.all(b, a == b))");
        all.put("loops side by side", "(" + nested(2, tens()) + ")" + (" && (" + nested(2, tens()) + ")").repeat(40));
        all.put("strings that double", doubling("['aaaaaaaaaa']", "y + y + y + y + y + y + y + y + y + y"));
        all.put("strings that double without a list", "'a' " + "+ 'aaaaaaaa'".repeat(500) + " == ''");
        all.put("lists that double", doubling("[[1]]", "y + y + y + y"));
        all.put("bytes that double", doubling("[b'aaaa']", "y + y + y + y"));
        all.put("a comprehension that keeps its list", "[1,2,3].map(x, [x, x]).map(x, [x, x]).size() > 0");
        all.put("a pattern that counts twice", "bucket.id.matches('(a{1,500}){1,500}')");
        all.put("a pattern of stars", "bucket.id.matches('" + "(".repeat(40) + "a" + "*)".repeat(40) + "$')");
        all.put("a pattern of alternatives", "bucket.id.matches('" + "(a|b)?".repeat(80) + "$')");
        all.put("a pattern out of the facts", "bucket.id.matches(bucket.id)");
        all.put("a pattern that looks back", "bucket.id.matches('(a+)\\\\1')");
        all.put("many patterns", "bucket.id.matches('(a?){80}b')" + " || bucket.id.matches('(a?){80}b')".repeat(60));
        all.put("a hundred thousand brackets", "(".repeat(100_000));
        all.put("as many brackets as fit", "(".repeat(4_000) + "true" + ")".repeat(4_000));
        all.put("nested lists", "[".repeat(4_000) + "]".repeat(4_000) + " == []");
        all.put("nested calls", "size(".repeat(1_500) + "'a'" + ")".repeat(1_500) + " == 1");
        all.put("a long path", "bucket" + ".id".repeat(2_000) + " == ''");
        all.put("many denials", "!".repeat(8_000) + "true");
        all.put("an odd number of denials", "!".repeat(7_999) + "bucket.declared");
        all.put("many signs", "-".repeat(8_000) + "1 == 1");
        all.put("a long sum", "1" + "+1".repeat(4_000) + " == 1");
        all.put("a long chain of and", "true" + " && true".repeat(900));
        all.put("a long chain of choices", "true ? true : ".repeat(500) + "true");
        all.put("nested choices", "true ? (".repeat(700) + "true" + ") : false".repeat(700));
        all.put("a megabyte", "true" + " ".repeat(1_000_000));
        all.put("a long text", "'" + "x".repeat(8_000) + "' == ''");
        all.put("wide characters", "'" + "😀".repeat(4_000) + "' == ''");
        all.put("an overflow", "bucket.lifecycle_rules + 9223372036854775807 > 0");
        all.put("a number that does not fit", "bucket.lifecycle_rules == 92233720368547758070");
        all.put("the last day", "timestamp('9999-12-31T23:59:59Z') + days(36600) > timestamp('9999-12-31T23:59:59Z')");
        all.put("the first day", "timestamp('0001-01-01T00:00:00Z') - days(36600) < timestamp('0001-01-01T00:00:00Z')");
        all.put("days that do not fit", "days(9223372036854775807) > days(1)");
        all.put("a duration that does not fit", "duration('99999999999999999999h') > days(1)");
        all.put("a text that does not end", "'a");
        all.put("three quotes", "'''a");
        all.put("a zero byte", "bucket.id == '\0'");
        all.put("half a character", "bucket.id == '\uD83D'");
        all.put("a message", "google.protobuf.Any{type_url: 'x'} == bucket");
        all.put("a wide map", "{" + "'a': 1,".repeat(1_000) + "'a': 1} == {}");
        all.put("a loop that shadows", "[1].exists(bucket, bucket.id == '')");
        all.put("a loop that shadows its own result", "[true].all(__result__, __result__)");
        all.put("optional syntax", "bucket.?id.orValue('') == ''");
        all.put("a dot in front", ".bucket.id == ''");
        all.put("reserved words", "for in in in");
        all.put("nothing", "");
        all.put("a comment", "// true");
        all.put("spaces of other scripts", "true\u00a0&&\u2028true");
        return all;
    }

    private static String tens() {
        return "[1,2,3,4,5,6,7,8,9,10]";
    }

    private static String nested(int depth, String list) {
        var condition = "true";
        for (int i = 0; i < depth; i++) {
            condition = list + ".all(v" + i + ", " + condition + ")";
        }
        return condition;
    }

    private static String doubling(String list, String more) {
        return list + (".map(y, " + more + ")").repeat(8) + ".size() > 0";
    }

    /** Asks each condition, and returns a line for each that took too long. */
    private static List<String> run() {
        var late = new ArrayList<String>();
        var facts = Asking.facts(Subject.BUCKET, FACTS);
        for (var condition : all().entrySet()) {
            var rule = Asking.rule(Subject.BUCKET, condition.getValue());
            var start = System.nanoTime();
            if (Asking.COMPILER.check(rule).isEmpty()) {
                Asking.COMPILER.compile(rule).judge(facts);
            }
            var millis = (System.nanoTime() - start) / 1_000_000;
            if (millis > MOST_MILLIS) {
                late.add(condition.getKey() + " took " + millis + " ms");
            }
        }
        return late;
    }

    public static void main(String[] args) {
        // What is slow only for the first time is not the condition's doing.
        Asking.askBucket("bucket.id.matches('^a') && [1].all(x, x == 1)", "id: a");
        run().forEach(System.out::println);
        System.out.println("asked " + all().size());
    }
}
