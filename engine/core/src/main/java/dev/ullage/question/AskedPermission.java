package dev.ullage.question;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.access.Entitlement;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.gcp.GcpAccess;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.yaml.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The permission that a question is about, as a person names it.
 *
 * @param word a class such as {@code write-policy}, or a native permission in the provider's spelling
 * @param permissionClass the class; null for a native permission
 */
public record AskedPermission(String word, @Nullable PermissionClass permissionClass) {

    /**
     * From the word that a person writes.
     *
     * @throws MalformedQuestionException for a word that is neither a class nor a native permission that is analysed
     */
    public static AskedPermission of(String word) throws MalformedQuestionException {
        for (var permissionClass : PermissionClass.values()) {
            if (permissionClass.word().equals(word)) {
                return new AskedPermission(word, permissionClass);
            }
        }
        var natives = natives();
        for (var permission : natives) {
            if (permission.equalsIgnoreCase(word)) {
                return new AskedPermission(permission, null);
            }
        }
        throw new MalformedQuestionException(
                quoted(word) + " is not a permission that is analysed; " + remedy(word, natives));
    }

    private static String remedy(String word, TreeSet<String> natives) {
        var classes = Arrays.stream(PermissionClass.values())
                .map(PermissionClass::word)
                .toList();
        var known = Stream.concat(classes.stream(), natives.stream()).toList();
        return Spelling.closest(word, known)
                .map(meant -> "did you mean " + quoted(meant) + "?")
                .orElseGet(() -> "write a class, one of " + String.join(", ", classes)
                        + ", or a native permission such as `s3:GetObject`");
    }

    private static TreeSet<String> natives() {
        return Arrays.stream(PermissionClass.values())
                .flatMap(one -> Stream.concat(AwsAccess.permissions(one).stream(), GcpAccess.permissions(one).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The native permissions of a provider that are meant, sorted; empty where it has none of them. */
    public List<String> natives(Provider provider) {
        if (permissionClass != null) {
            return provider == Provider.AWS
                    ? AwsAccess.permissions(permissionClass)
                    : GcpAccess.permissions(permissionClass);
        }
        return (word.contains(":") ? Provider.AWS : Provider.GCP) == provider ? List.of(word) : List.of();
    }

    /** The class that is asked about, or the first that a native permission stands for. */
    PermissionClass meantClass() {
        return permissionClass != null
                ? permissionClass
                : Arrays.stream(PermissionClass.values())
                        .filter(one -> AwsAccess.permissions(one).contains(word)
                                || GcpAccess.permissions(one).contains(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("not a permission that is analysed: " + word));
    }

    /** True for a native permission that is checked on objects and not on their bucket. */
    static boolean isOnObjects(String nativePermission) {
        return nativePermission.toLowerCase(Locale.ROOT).contains("object")
                && !nativePermission.equals("storage.objects.list");
    }

    /** True for an entitlement of this permission. */
    boolean covers(Entitlement entitlement) {
        return permissionClass == null
                ? word.equals(entitlement.permission())
                : permissionClass == entitlement.permissionClass();
    }

    /** True where an object was named and a permission on its bucket answers: nobody lists or configures one object. */
    boolean isAskedOfTheBucket() {
        return permissionClass == null
                || permissionClass == PermissionClass.LIST
                || permissionClass == PermissionClass.CONFIGURE;
    }
}
