package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.Provider;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Workload and workforce identity pools and their providers. A pool that is switched off switches its providers off.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers">
 *     Providers</a>
 */
final class FederationFacts {

    /** The metadata is an XML document of the identity provider's; only this attribute of its root is of interest. */
    private static final Pattern SAML_ENTITY = Pattern.compile("\\bentityID\\s*=\\s*[\"']([^\"'<>]{1,1024})[\"']");

    private final GcpEstate estate;

    FederationFacts(GcpEstate estate) {
        this.estate = estate;
    }

    void pool(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        if (isOff(asset.data())) {
            estate.disabledPool(JsonFields.required(asset.data(), asset.dataAt(), "name"));
        }
    }

    void provider(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        var data = asset.data();
        var name = JsonFields.required(data, asset.dataAt(), "name");
        int end = name.indexOf("/providers/");
        if (end < 0) {
            throw new MalformedRecordException(
                    asset.dataAt() + "/name", "`name` is not that of a pool's provider; export it again");
        }
        var pool = name.substring(0, end);
        var container = asset.container() == null ? pool.replaceFirst("/locations/.*", "") : asset.container();
        var audiences =
                JsonFields.texts(data.path("oidc").path("allowedAudiences"), asset.dataAt() + "/oidc/allowedAudiences");
        var mapping = JsonFields.map(data.path("attributeMapping"));
        var condition = JsonFields.text(data, "attributeCondition");
        var issuer = issuer(data);
        boolean off = isOff(data);
        var source = asset.source().inside(asset.dataAt());
        estate.later(
                () -> new FederationProvider(
                        Provider.GCP,
                        asset.name(),
                        estate.container(container),
                        pool,
                        issuer,
                        audiences,
                        mapping,
                        condition.isEmpty() ? null : condition,
                        Answer.of(!off && !estate.isDisabledPool(pool)),
                        source),
                facts);
    }

    private static boolean isOff(JsonNode data) {
        return data.path("disabled").asBoolean()
                || JsonFields.text(data, "state").equals("DELETED");
    }

    private static String issuer(JsonNode data) {
        var account = JsonFields.text(data.path("aws"), "accountId");
        if (!account.isEmpty()) {
            return "aws:" + account;
        }
        var entity = SAML_ENTITY.matcher(JsonFields.text(data.path("saml"), "idpMetadataXml"));
        return entity.find() ? entity.group(1) : JsonFields.text(data.path("oidc"), "issuerUri");
    }
}
