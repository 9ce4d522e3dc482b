package dev.ullage.reports;

import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.model.PermissionClass;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a ledger verdict asks of the reader; declared from the most pressing to the least. */
enum LedgerMeaning {
    CREEP(LedgerVerdict.CREEP, "danger", "granted, not declared, and the logs prove that it is not used", "remove it"),
    UNDECLARED(LedgerVerdict.UNDECLARED, "strong", "in use, and nobody declared it", "declare it or remove it"),
    EXCESS(
            LedgerVerdict.EXCESS,
            "warn",
            "granted beyond what was declared; use is not known",
            "switch the log on, then decide"),
    UNUSED(
            LedgerVerdict.UNUSED,
            "danger",
            "granted and proved to be unused; no owner said what the identity is for",
            "declare the workload or remove it"),
    PAST(
            LedgerVerdict.PAST,
            "odd",
            "used, and no longer granted, or granted in a way that is not modelled",
            "look at how it was granted"),
    BROKEN(
            LedgerVerdict.BROKEN,
            "odd",
            "declared and not granted: the job will be refused",
            "grant it or correct the intent"),
    UNKNOWN(LedgerVerdict.UNKNOWN, "unknown", "a fact is missing", "read what is named as missing"),
    DORMANT(
            LedgerVerdict.DORMANT,
            "quiet",
            "declared and granted, and the logs prove that it is not used",
            "ask the owner"),
    HELD(LedgerVerdict.HELD, "quiet", "declared and granted; use is not known", "switch the log on"),
    USED(
            LedgerVerdict.USED,
            "quiet",
            "granted and used; no owner said what the identity is for",
            "declare the workload"),
    MATCHED(LedgerVerdict.MATCHED, "fine", "declared, granted and used", "nothing to do");

    private static final Map<LedgerVerdict, LedgerMeaning> BY_VERDICT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LedgerMeaning::verdict, Function.identity()));

    private final LedgerVerdict verdict;
    private final String tone;
    private final String says;
    private final String remedy;

    LedgerMeaning(LedgerVerdict verdict, String tone, String says, String remedy) {
        this.verdict = verdict;
        this.tone = tone;
        this.says = says;
        this.remedy = remedy;
    }

    static LedgerMeaning of(LedgerVerdict verdict) {
        return Objects.requireNonNull(BY_VERDICT.get(verdict), verdict::name);
    }

    /** One letter, so that a cell of the matrix has room for all of them. */
    static char letter(PermissionClass permissionClass) {
        return switch (permissionClass) {
            case LIST -> 'L';
            case READ -> 'R';
            case CREATE -> 'C';
            case OVERWRITE -> 'O';
            case DELETE -> 'D';
            case READ_POLICY -> 'a';
            case WRITE_POLICY -> 'A';
            case CONFIGURE -> 'S';
            case IMPERSONATE -> 'I';
            case CREATE_KEY -> 'K';
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String tone() {
        return tone;
    }

    String says() {
        return says;
    }

    String remedy() {
        return remedy;
    }

    LedgerVerdict verdict() {
        return verdict;
    }
}
