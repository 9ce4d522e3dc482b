package dev.ullage.estate;

import dev.ullage.model.Source;
import java.time.LocalDate;
import java.util.List;

/**
 * An owner's statement of what a workload is for.
 *
 * @param workload name, unique in the estate
 * @param principals ids in the provider's form ({@code serviceAccount:…}, {@code arn:aws:iam::…})
 * @param reads places as {@code gs://bucket/prefix/} or {@code s3://bucket/prefix/}; a trailing slash means all below
 * @param writes the same, for writing
 * @param environment such as {@code prod}
 * @param owner address or team that answers for it
 * @param reviewBy the day after which the statement needs a new look
 * @param breakGlass true for an emergency identity, unused by design
 */
public record Intent(
        String workload,
        List<String> principals,
        IntentKind kind,
        List<String> reads,
        List<String> writes,
        String environment,
        String owner,
        LocalDate reviewBy,
        boolean breakGlass,
        Source source) {

    public Intent {
        principals = List.copyOf(principals);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }
}
