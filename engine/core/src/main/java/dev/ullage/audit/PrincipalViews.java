package dev.ullage.audit;

import dev.ullage.access.FactIndex;
import dev.ullage.estate.Estate;
import dev.ullage.estate.Intent;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import dev.ullage.rule.subject.PrincipalView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Principals as rules see them: what was listed about them, what owners declared, and what their id says. */
final class PrincipalViews {

    private static final Set<CredentialKind> LONG_LIVED = EnumSet.of(
            CredentialKind.USER_MANAGED_KEY,
            CredentialKind.HMAC_KEY,
            CredentialKind.ACCESS_KEY,
            CredentialKind.ROOT_ACCESS_KEY);

    private final FactIndex facts;
    private final Estate estate;
    private final Instant asOf;
    private final Map<String, List<Intent>> intents = new HashMap<>();
    private final Map<String, List<Credential>> credentials = new HashMap<>();
    private final Map<String, PrincipalView> known = new HashMap<>();

    PrincipalViews(FactIndex facts, Estate estate, Instant asOf) {
        this.facts = facts;
        this.estate = estate;
        this.asOf = asOf;
        for (var intent : estate.intents()) {
            for (var principal : intent.principals()) {
                intents.computeIfAbsent(key(principal), id -> new ArrayList<>()).add(intent);
            }
        }
        for (var credential : facts.snapshot().all(Credential.class)) {
            credentials
                    .computeIfAbsent(credential.principal(), id -> new ArrayList<>())
                    .add(credential);
        }
    }

    PrincipalView of(String id) {
        return known.computeIfAbsent(id, this::make);
    }

    /** The intents that name the principal. */
    List<Intent> intents(String id) {
        return intents.getOrDefault(key(id), List.of());
    }

    private static String key(String id) {
        return id.startsWith("arn:") ? id : id.toLowerCase(Locale.ROOT);
    }

    private PrincipalView make(String id) {
        var identity = Identity.of(id);
        var listed = facts.principal(id);
        var kind = listed.map(Principal::kind).orElse(identity.kind());
        var declared = intents(id);
        var container = listed.map(Principal::container).or(identity::home).orElse("");
        return new PrincipalView(
                id,
                identity.provider(),
                kind,
                facts.container(container).map(Container::id).orElse(container),
                listed.map(Principal::name).orElse(identity.name()),
                listed.map(Principal::enabled).orElse(Answer.UNKNOWN),
                listed.map(Principal::created).orElse(null),
                listed.map(Principal::tags).orElse(null),
                external(kind, identity),
                person(id, kind, identity),
                identity.isDefaultServiceAccount(),
                activeKeys(id),
                !declared.isEmpty(),
                declared.stream().anyMatch(Intent::breakGlass),
                declared.stream().map(Intent::workload).distinct().sorted().toList(),
                declared.stream().map(Intent::environment).distinct().sorted().toList(),
                declared.stream()
                        .map(Intent::owner)
                        .distinct()
                        .sorted()
                        .findFirst()
                        .orElse(""));
    }

    /** Outside the estate: not of its projects, accounts or domains, and not the provider's own. */
    private Answer external(PrincipalKind kind, Identity identity) {
        if (kind == PrincipalKind.SERVICE_AGENT || kind == PrincipalKind.DELETED) {
            return Answer.NO;
        }
        if (kind == PrincipalKind.PUBLIC) {
            return Answer.YES;
        }
        Optional<String> home = identity.home();
        if (home.isEmpty()) {
            return Answer.UNKNOWN;
        }
        if (facts.container(home.get()).isPresent()
                || estate.internalAccounts().contains(home.get())
                || estate.internalDomains().contains(home.get().toLowerCase(Locale.ROOT))) {
            return Answer.NO;
        }
        boolean byDomain = kind == PrincipalKind.USER && identity.provider() == Provider.GCP
                || kind == PrincipalKind.GROUP && identity.provider() == Provider.GCP
                || kind == PrincipalKind.DOMAIN;
        // Without a list of domains nobody can say which are the estate's own.
        return byDomain && estate.internalDomains().isEmpty() ? Answer.UNKNOWN : Answer.YES;
    }

    private Answer person(String id, PrincipalKind kind, Identity identity) {
        return switch (kind) {
            case USER -> identity.provider() == Provider.GCP ? Answer.YES : hasPassword(id);
            case GROUP, DOMAIN -> Answer.YES;
            case ROLE -> Answer.of(id.contains("AWSReservedSSO_"));
            case SERVICE_ACCOUNT, SERVICE_AGENT, FEDERATED -> Answer.NO;
            default -> Answer.UNKNOWN;
        };
    }

    private Answer hasPassword(String user) {
        var password = credentials.getOrDefault(user, List.of()).stream()
                .filter(credential -> credential.kind() == CredentialKind.PASSWORD)
                .map(Credential::active)
                .findFirst();
        if (password.isPresent()) {
            return password.get();
        }
        return facts.gap(Topic.CREDENTIALS, user).isPresent() ? Answer.UNKNOWN : Answer.NO;
    }

    private @org.jspecify.annotations.Nullable Long activeKeys(String id) {
        if (facts.gap(Topic.CREDENTIALS, id).isPresent()) {
            return null;
        }
        return credentials.getOrDefault(id, List.of()).stream()
                .filter(credential -> isLongLived(credential) && active(credential, asOf) != Answer.NO)
                .count();
    }

    static boolean isLongLived(Credential credential) {
        return LONG_LIVED.contains(credential.kind());
    }

    /** Accepted at a time: neither disabled nor expired. */
    static Answer active(Credential credential, Instant asOf) {
        var expires = credential.expires();
        return expires != null && expires.isBefore(asOf) ? Answer.NO : credential.active();
    }
}
