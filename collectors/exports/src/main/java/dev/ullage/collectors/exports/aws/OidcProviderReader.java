package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads {@code aws iam list-open-id-connect-providers} and {@code get-open-id-connect-provider}. The second does not say
 * whose provider it is: its account comes from the folder, and its ARN from account and URL.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html">
 *     GetOpenIDConnectProvider</a>
 */
final class OidcProviderReader implements RecordReader {

    private static final String LIST = "OpenIDConnectProviderList";

    private final Hierarchy hierarchy;
    private final List<Listed> lists = new ArrayList<>();
    private final List<Described> providers = new ArrayList<>();

    private record Listed(List<String> arns, List<String> folders, Source source) {}

    private record Described(String url, List<String> clients, List<String> folders, Source source) {}

    OidcProviderReader(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public String recognisedAs() {
        return "AWS OpenID Connect providers";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.FEDERATION);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        return record.envelope() == null
                && (value.path(LIST).isArray()
                        || (value.path("Url").isTextual()
                                && value.path("ThumbprintList").isArray()));
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        hierarchy.accountAt(record.folders(), record.source());
        if (!output.has(LIST)) {
            providers.add(
                    new Described(output.text("Url"), output.texts("ClientIDList"), record.folders(), record.source()));
            return;
        }
        var arns = new ArrayList<String>();
        for (var provider : output.list(LIST)) {
            hierarchy.account(Arn.account(provider, "Arn"), provider.source());
            arns.add(provider.text("Arn"));
        }
        lists.add(new Listed(arns, record.folders(), record.source()));
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        var described = new TreeSet<String>();
        var lone = new TreeMap<String, Source>();
        for (var provider : providers) {
            var account = hierarchy.accountOf(provider.folders);
            if (account == null) {
                facts.accept(partial(
                        "*",
                        "`" + provider.source.file() + "` does not say whose provider it describes; put"
                                + " it into a folder named after its 12-digit account",
                        provider.source));
                continue;
            }
            var fact = fact(provider, account);
            described.add(fact.id());
            lone.putIfAbsent(account, provider.source);
            facts.accept(fact);
        }
        lists.forEach(list -> cover(list, described, lone, facts));
        lone.forEach((account, source) ->
                facts.accept(partial(account, "not read: `list-open-id-connect-providers`", source)));
    }

    private static FederationProvider fact(Described provider, String account) {
        return new FederationProvider(
                Provider.AWS,
                "arn:aws:iam::" + account + ":oidc-provider/" + provider.url,
                account,
                null,
                "https://" + provider.url,
                provider.clients,
                new TreeMap<>(),
                null,
                Answer.YES,
                provider.source);
    }

    private void cover(Listed list, Set<String> described, Map<String, Source> lone, Consumer<Fact> facts) {
        var account = list.arns.isEmpty()
                ? hierarchy.accountOf(list.folders)
                : Arn.parse(list.arns.get(0)).map(Arn::account).orElse(null);
        if (account == null) {
            return;
        }
        lone.remove(account);
        var missing = list.arns.stream().filter(arn -> !described.contains(arn)).toList();
        facts.accept(
                missing.isEmpty()
                        ? new Coverage(Topic.FEDERATION, account, CoverageStatus.COMPLETE, "", list.source)
                        : partial(
                                account,
                                "not read: `get-open-id-connect-provider` of " + String.join(", ", missing),
                                list.source));
    }

    private static Coverage partial(String scope, String reason, Source source) {
        return new Coverage(Topic.FEDERATION, scope, CoverageStatus.PARTIAL, reason, source);
    }
}
