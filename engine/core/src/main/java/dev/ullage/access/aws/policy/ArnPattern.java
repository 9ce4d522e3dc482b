package dev.ullage.access.aws.policy;

import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.model.Answer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of ARNs: its first five segments are compared one by one, so that a star does not reach over a colon there;
 * in the rest it reaches over anything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource
 *     element</a>
 */
final class ArnPattern {

    private final String text;
    private final boolean isEverything;
    /** Null where the segments before the resource have no wildcard and no variable, or there are too few. */
    private final PolicyText @Nullable [] segments;
    /** The segments before the resource with their colons, where these are plain. */
    private final @Nullable String plainHead;
    /** What identifies the resource; null where there are too few segments to have one. */
    private final @Nullable PolicyText resource;
    /** All of it as one pattern, where its head is plain and the rest is the same for every request. */
    private final @Nullable Wildcard whole;
    /** What everything that it matches begins with, and whether that is all that it asks. */
    private final String prefix;

    private final boolean isPrefix;

    /** Of an ARN with fewer than six segments those that are missing may be anything. */
    static ArnPattern ofResource(String text, boolean hasVariables) {
        var completed = new StringBuilder(text);
        while (!text.equals("*") && resourceStart(completed.toString()) < 0) {
            completed.append(":*");
        }
        return new ArnPattern(completed.toString(), hasVariables);
    }

    ArnPattern(String text, boolean hasVariables) {
        this.text = text;
        this.isEverything = text.equals("*");
        int start = resourceStart(text);
        if (start < 0) {
            this.segments = null;
            this.plainHead = null;
            this.resource = null;
            this.whole = null;
            this.prefix = "";
            this.isPrefix = false;
            return;
        }
        var head = text.substring(0, start);
        boolean plain = !head.contains("*") && !head.contains("?") && !head.contains("${");
        this.plainHead = plain ? head : null;
        this.segments = plain ? null : segments(text, hasVariables);
        this.resource = PolicyText.pattern(text.substring(start), hasVariables);
        this.whole = plain && resource.constant() != null ? resource.constant().behind(head) : null;
        this.prefix = head();
        this.isPrefix = whole != null && whole.isPrefix();
    }

    /** Where the sixth segment begins, colons inside of variables not counted; -1 when there are fewer. */
    private static int resourceStart(String text) {
        int colons = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && i > 0 && text.charAt(i - 1) == '$') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == ':' && depth == 0 && ++colons == ResourceArn.SEGMENTS) {
                return i + 1;
            }
        }
        return -1;
    }

    private static PolicyText[] segments(String text, boolean hasVariables) {
        var segments = new PolicyText[ResourceArn.SEGMENTS];
        int from = 0;
        int depth = 0;
        int index = 0;
        for (int i = 0; index < ResourceArn.SEGMENTS; i++) {
            char c = text.charAt(i);
            if (c == '{' && i > 0 && text.charAt(i - 1) == '$') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == ':' && depth == 0) {
                segments[index++] = PolicyText.pattern(text.substring(from, i), hasVariables);
                from = i + 1;
            }
        }
        return segments;
    }

    /** Whether it matches an ARN. */
    Answer matches(ResourceArn arn, RequestContext context) {
        if (isEverything) {
            return Answer.YES;
        }
        if (whole != null) {
            return Answer.of(isPrefix ? arn.text().startsWith(prefix) : whole.matches(arn.text()));
        }
        var head = matchesHead(arn, context);
        return head == Answer.NO || resource == null
                ? Answer.NO
                : head.and(resource.resolve(context).matches(arn.text(), arn.resourceStart()));
    }

    private Answer matchesHead(ResourceArn arn, RequestContext context) {
        if (resource == null || !arn.isComplete()) {
            return Answer.NO;
        }
        if (plainHead != null) {
            return Answer.of(
                    arn.resourceStart() == plainHead.length() && arn.text().startsWith(plainHead));
        }
        var answer = Answer.YES;
        if (segments != null) {
            for (int i = 0; i < segments.length && answer != Answer.NO; i++) {
                answer = answer.and(segments[i].resolve(context).matches(arn.segment(i)));
            }
        }
        return answer;
    }

    /** The names {@code n} for which the ARN followed by {@code n} matches. */
    Reach namesBelow(ResourceArn arn, RequestContext context) {
        if (isEverything) {
            return Reach.all();
        }
        var head = matchesHead(arn, context);
        if (head == Answer.NO || resource == null) {
            return Reach.none();
        }
        var resolved = resource.resolve(context);
        if (resolved.pattern() == null || !mayMatchBelow(resolved.pattern(), arn)) {
            return Reach.none();
        }
        var names = resolved.pattern().after(arn.text().substring(arn.resourceStart()));
        // No object has the empty name, which a pattern that ends with the slash behind the bucket would mean.
        if (names.isEmpty() || names.equals(NameSet.itself())) {
            return Reach.none();
        }
        return resolved.isSure() && head == Answer.YES ? Reach.exactly(names) : Reach.atMost(names);
    }

    /** A cheap look at the text before the first wildcard, which rules most patterns out. */
    private static boolean mayMatchBelow(Wildcard pattern, ResourceArn arn) {
        var head = pattern.head();
        int length = Math.min(head.length(), arn.text().length() - arn.resourceStart());
        return arn.text().startsWith(head.substring(0, length), arn.resourceStart());
    }

    /** The keys of its variables, in lower case. */
    Stream<String> keys() {
        var inHead = segments == null ? Stream.<PolicyText>empty() : Arrays.stream(segments);
        return Stream.concat(inHead, Stream.ofNullable(resource)).flatMap(PolicyText::keys);
    }

    /** The text that every ARN that it matches begins with. */
    String head() {
        return plainHead == null || resource == null ? "" : plainHead + resource.head();
    }

    /** True when it has the six segments that every ARN has. */
    boolean isComplete() {
        return resource != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
