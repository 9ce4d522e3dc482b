package dev.ullage.access.aws.policy;

import dev.ullage.access.Reach;
import dev.ullage.model.Answer;
import dev.ullage.model.PolicyStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Resource or NotResource of a statement; one that has neither, as in a role's trust policy, means what carries it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html">NotResource
 *     element</a>
 */
final class ResourceElement {

    private final ArnPattern[] patterns;
    private final boolean isNegated;
    /** The pattern where there is but one, as mostly, and it is not negated. */
    private final @Nullable ArnPattern only;

    private final List<String> heads;

    ResourceElement(PolicyStatement statement, boolean hasVariables) {
        this.isNegated = statement.resources().isEmpty();
        this.patterns = patterns(isNegated ? statement.notResources() : statement.resources(), hasVariables);
        this.only = patterns.length == 1 && !isNegated ? patterns[0] : null;
        this.heads = isNegated
                ? List.of("")
                : Arrays.stream(patterns).map(ArnPattern::head).distinct().toList();
    }

    private static ArnPattern[] patterns(List<String> texts, boolean hasVariables) {
        return texts.stream()
                .map(text -> ArnPattern.ofResource(text, hasVariables))
                .toArray(ArnPattern[]::new);
    }

    /** Whether it means an ARN. */
    Answer covers(ResourceArn arn, RequestContext context) {
        if (only != null) {
            return only.matches(arn, context);
        }
        var answer = Answer.NO;
        for (var pattern : patterns) {
            answer = answer.or(pattern.matches(arn, context));
            if (answer == Answer.YES) {
                break;
            }
        }
        return isNegated ? answer.not() : answer;
    }

    /** The names of objects below a bucket's ARN, which ends with a slash here. */
    Reach namesBelow(ResourceArn bucketAndSlash, RequestContext context) {
        var reaches = new ArrayList<Reach>(patterns.length);
        for (var pattern : patterns) {
            var reach = pattern.namesBelow(bucketAndSlash, context);
            if (!reach.isEmpty()) {
                reaches.add(reach);
            }
        }
        var named = reaches.size() == 1 ? reaches.get(0) : Reach.union(reaches);
        return isNegated ? Reach.all().minus(named) : named;
    }

    /** The keys of its variables, in lower case. */
    Stream<String> keys() {
        return Arrays.stream(patterns).flatMap(ArnPattern::keys);
    }

    /** The texts with one of which every ARN that it covers begins; the empty one where it may be any. */
    List<String> heads() {
        return heads;
    }
}
