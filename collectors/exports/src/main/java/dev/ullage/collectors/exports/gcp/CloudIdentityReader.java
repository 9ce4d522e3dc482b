package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Membership;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups and their direct members, as {@code gcloud identity groups describe} or {@code search} and {@code gcloud identity
 * groups memberships list} print them as JSON. A membership names its group by an opaque id; the address comes from the
 * group's own record or, failing that, from a folder or file that is called by it.
 *
 * <p>Members of a group are complete when a listing of them was read, unless it is of the short kind that does not say
 * whether a member is a person or a group.
 *
 * @see <a href="https://cloud.google.com/identity/docs/reference/rest/v1/groups.memberships">Memberships</a>
 */
final class CloudIdentityReader implements RecordReader {

    private static final Pattern GROUP = Pattern.compile("groups/[^/]+");
    private static final Pattern MEMBERSHIP = Pattern.compile("(groups/[^/]+)/memberships/[^/]+");
    private static final String SERVICE_ACCOUNTS = ".gserviceaccount.com";

    /** What was seen of the members of one group; {@code doubt} says why that is not all, and is empty otherwise. */
    private record Listing(@Nullable String address, String doubt, Source source) {}

    private final GcpEstate estate;
    private final SortedMap<String, Listing> listings = new TreeMap<>();

    CloudIdentityReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "Cloud Identity groups and memberships";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.GROUP_MEMBERSHIPS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("groups", "memberships");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return isGroup(record.value())
                || isMembership(record.value())
                || PageMark.isOn(record, "groups")
                || PageMark.isOn(record, "memberships");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        if (isGroup(record.value())) {
            group(record, facts);
        } else if (isMembership(record.value())) {
            membership(record, facts);
        } else {
            throw PageMark.malformed();
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        listings.forEach((name, listing) -> {
            var id = id(name, listing.address());
            var doubt = id.equals(name)
                    ? "the group's address is not in the input; add the output of `gcloud identity groups describe`"
                    : listing.doubt();
            var status = doubt.isEmpty() ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL;
            facts.accept(new Coverage(Topic.GROUP_MEMBERSHIPS, id, status, doubt, listing.source()));
        });
    }

    private static boolean isGroup(JsonNode value) {
        return value.has("groupKey")
                && GROUP.matcher(JsonFields.text(value, "name")).matches();
    }

    private static boolean isMembership(JsonNode value) {
        return MEMBERSHIP.matcher(JsonFields.text(value, "name")).matches();
    }

    private void group(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var group = record.value();
        var address = JsonFields.required(group.path("groupKey"), "/groupKey", "id");
        var title = JsonFields.text(group, "displayName");
        estate.group(JsonFields.text(group, "name"), address);
        facts.accept(new Principal(
                Provider.GCP,
                "group:" + address,
                PrincipalKind.GROUP,
                null,
                title.isEmpty() ? address : title,
                Answer.YES,
                JsonFields.time(group, "", "createTime"),
                null,
                null,
                new TreeMap<>(),
                record.source()));
    }

    private void membership(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var value = record.value();
        var group = JsonFields.text(value, "name").replaceFirst("/memberships/.*", "");
        var member = JsonFields.required(value.path("preferredMemberKey"), "/preferredMemberKey", "id");
        var type = JsonFields.text(value, "type");
        var address = address(record.folders());
        listings.merge(
                group,
                new Listing(address, doubt(type, member), record.source()),
                (one, other) -> one.doubt().isEmpty() ? new Listing(one.address(), other.doubt(), one.source()) : one);
        estate.later(
                () -> new Membership(Provider.GCP, id(group, address), memberId(type, member), record.source()), facts);
    }

    private String id(String group, @Nullable String addressOfFolder) {
        var address = estate.groupAddress(group);
        if (address == null) {
            address = addressOfFolder;
        }
        return address == null ? group : "group:" + address;
    }

    private String memberId(String type, String member) {
        return switch (type) {
            case "USER" -> "user:" + member;
            case "GROUP" -> "group:" + member;
            case "SERVICE_ACCOUNT" -> "serviceAccount:" + member;
            case "" -> {
                if (member.endsWith(SERVICE_ACCOUNTS)) {
                    yield "serviceAccount:" + member;
                }
                yield (estate.isGroup(member) ? "group:" : "user:") + member;
            }
            default -> member;
        };
    }

    private static String doubt(String type, String member) {
        return switch (type) {
            case "USER", "GROUP", "SERVICE_ACCOUNT" -> "";
            case "" ->
                member.endsWith(SERVICE_ACCOUNTS)
                        ? ""
                        : "the listing does not say which members are groups; list with `--view=full`";
            default -> "a member is neither a person, a group nor a service account";
        };
    }

    private static @Nullable String address(List<String> folders) {
        return folders.stream().filter(folder -> folder.contains("@")).reduce(null, (one, other) -> other);
    }
}
