package dev.ullage.model;

/**
 * One direct member of a group. That a group's members were read at all is said by {@link Coverage} with topic
 * {@link Topic#GROUP_MEMBERSHIPS} and the group's id as scope.
 *
 * @param group id of the group's {@link Principal}
 * @param member id of a user, service account, domain or nested group, in the form of {@link Principal#id}
 */
public record Membership(Provider provider, String group, String member, Source source) implements Fact {}
