package dev.ullage.access;

import dev.ullage.analysis.Step;
import java.util.List;

/**
 * How a provider would answer one request, and why.
 *
 * @param deciding the statements, bindings or ACL entries that decide, in the order in which they are asked; where a
 *     request is refused because there is none, what would have had to allow it and does not, with no source
 * @param missing what would have to be known to decide, one sentence each; empty unless the ruling is
 *     {@link Ruling#UNKNOWN}
 * @param residual what is left of the conditions, as a person would write it, such as
 *     {@code aws:SourceVpc StringEquals vpc-1}; empty unless the ruling is {@link Ruling#UNKNOWN}
 */
public record Decision(Ruling ruling, List<Step> deciding, List<String> missing, List<String> residual) {

    public Decision {
        deciding = List.copyOf(deciding);
        missing = missing.stream().sorted().distinct().toList();
        residual = residual.stream().sorted().distinct().toList();
    }
}
