package dev.ullage.audit;

import dev.ullage.access.Circles;
import dev.ullage.access.FactIndex;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an assessment does not show: what is not evaluated yet, and what the input leaves open. */
final class Limits {

    private static final List<String> NOT_EVALUATED = List.of(
            "What conditions make of a request's address, network, session or tags is not known: what they decide then is shown"
                    + " as UNKNOWN.",
            "Access gained by acting as another identity is not added to the one that can act; `ullage what-can` follows the"
                    + " chains, passed roles included.",
            "Multi-Region and Object Lambda access points and VPC Service Controls are not evaluated.",
            "That an object belongs to another account than its bucket is known only where the object's ACL is in the input.",
            "An AWS account's root user can do everything in its account and is not listed; `ullage what-can` shows it.",
            "When the logs prove that something was not used, that holds for the stated window only.");

    private Limits() {}

    static List<String> of(FactIndex facts) {
        var limits = new ArrayList<>(NOT_EVALUATED);
        unread(facts, Provider.GCP, ContainerKind.PROJECT, Topic.DENY_POLICIES)
                .ifPresent(
                        projects -> limits.add(("Deny policies of %s are not in the input: what they take away is still"
                                        + " shown as granted.")
                                .formatted(projects)));
        unread(facts, Provider.GCP, ContainerKind.PROJECT, Topic.ACCESS_BOUNDARIES)
                .ifPresent(
                        projects -> limits.add(("Principal access boundaries of %s are not in the input: what they keep"
                                        + " from is still shown as granted.")
                                .formatted(projects)));
        unread(facts, Provider.AWS, ContainerKind.ACCOUNT, Topic.CONTROL_POLICIES)
                .ifPresent(
                        accounts -> limits.add(("Service and resource control policies of %s are not in the input: what"
                                        + " they take away is still shown as granted.")
                                .formatted(accounts)));
        unread(facts, Provider.AWS, ContainerKind.ACCOUNT, Topic.ACCESS_POINTS)
                .ifPresent(accounts ->
                        limits.add("Access points of %s are not in the input: what they alone let in is not shown."
                                .formatted(accounts)));
        unread(facts, Provider.AWS, ContainerKind.ACCOUNT, Topic.ACCESS_GRANTS)
                .ifPresent(accounts ->
                        limits.add("S3 Access Grants of %s are not in the input: what they give is not shown."
                                .formatted(accounts)));
        limits.addAll(Circles.sentences(facts));
        return limits;
    }

    private static java.util.Optional<String> unread(
            FactIndex facts, Provider provider, ContainerKind kind, Topic topic) {
        var names = facts.containers().stream()
                .filter(container -> container.provider() == provider && container.kind() == kind)
                .map(Container::id)
                .filter(id -> facts.gap(topic, id).isPresent())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(names);
    }
}
