package dev.ullage.access.gcp;

import java.util.regex.Pattern;

/**
 * Something that a permission is asked for.
 *
 * @param kind what sort of thing
 * @param id as {@link dev.ullage.model.RoleBinding#resource} names it; of an object, its bucket's
 * @param name of an object or managed folder inside its bucket; empty for anything else
 */
record GcpResource(Kind kind, String id, String name) {

    /** Sorts of things that differ in their attributes and in what they inherit. */
    enum Kind {
        BUCKET,
        OBJECT,
        MANAGED_FOLDER,
        SERVICE_ACCOUNT,
        /** A project, folder or organisation. */
        CONTAINER,
        OTHER
    }

    private static final String STORAGE = "//storage.googleapis.com/";
    private static final String CONTAINERS = "//cloudresourcemanager.googleapis.com/";
    private static final Pattern IN_STORAGE =
            Pattern.compile("projects/_/buckets/([^/]+)(?:/(objects|managedFolders)/(.+))?", Pattern.DOTALL);
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("(?://iam\\.googleapis\\.com/)?projects/[^/]+/serviceAccounts/([^/]+)");
    private static final Pattern CONTAINER = Pattern.compile("(?:projects|folders|organizations)/[^/]+");

    /**
     * Reads a full resource name ({@code //storage.googleapis.com/projects/_/buckets/b/objects/o}), the same without the
     * service, {@code gs://b/o}, or an id of our own.
     */
    static GcpResource of(String text) {
        if (text.startsWith("gs://")) {
            int slash = text.indexOf('/', "gs://".length());
            return slash < 0 || slash == text.length() - 1
                    ? new GcpResource(Kind.BUCKET, slash < 0 ? text : text.substring(0, slash), "")
                    : new GcpResource(Kind.OBJECT, text.substring(0, slash), text.substring(slash + 1));
        }
        var storage = IN_STORAGE.matcher(text.startsWith(STORAGE) ? text.substring(STORAGE.length()) : text);
        if (storage.matches()) {
            var bucket = "gs://" + storage.group(1);
            if (storage.group(2) == null) {
                return new GcpResource(Kind.BUCKET, bucket, "");
            }
            return storage.group(2).equals("objects")
                    ? new GcpResource(Kind.OBJECT, bucket, storage.group(3))
                    : new GcpResource(Kind.MANAGED_FOLDER, bucket, folder(storage.group(3)));
        }
        var account = SERVICE_ACCOUNT.matcher(text);
        if (account.matches()) {
            return new GcpResource(Kind.SERVICE_ACCOUNT, "serviceAccount:" + account.group(1), "");
        }
        var container = text.startsWith(CONTAINERS) ? text.substring(CONTAINERS.length()) : text;
        if (CONTAINER.matcher(container).matches()) {
            return new GcpResource(Kind.CONTAINER, container, "");
        }
        return new GcpResource(text.startsWith("serviceAccount:") ? Kind.SERVICE_ACCOUNT : Kind.OTHER, text, "");
    }

    private static String folder(String name) {
        return name.endsWith("/") ? name : name + "/";
    }

    /** True for a bucket and what is in it. */
    boolean isStorage() {
        return kind == Kind.BUCKET || kind == Kind.OBJECT || kind == Kind.MANAGED_FOLDER;
    }

    /** The bucket's name without its scheme. */
    String bucketName() {
        return id.substring("gs://".length());
    }

    /** As a person would write it. */
    @Override
    public String toString() {
        return name.isEmpty() ? id : id + "/" + name;
    }
}
