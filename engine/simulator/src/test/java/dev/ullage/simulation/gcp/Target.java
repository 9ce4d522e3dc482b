package dev.ullage.simulation.gcp;

/**
 * What is asked for.
 *
 * @param type as {@code resource.type} has it, or empty where the pages give none
 * @param name relative, as {@code resource.name} has it
 * @param bucket of an object, a managed folder, or itself; empty for everything outside Cloud Storage
 * @param path the name of an object or a managed folder in its bucket, otherwise empty
 * @see <a href="https://docs.cloud.google.com/iam/docs/conditions-resource-attributes">Resource attributes</a>
 */
record Target(String type, String name, String bucket, String path) {

    static final String BUCKET = "storage.googleapis.com/Bucket";
    static final String OBJECT = "storage.googleapis.com/Object";
    static final String FOLDER = "storage.googleapis.com/ManagedFolder";
    static final String PROJECT = "cloudresourcemanager.googleapis.com/Project";

    private static final String BUCKETS = "projects/_/buckets/";

    static Target parse(String resource) {
        var full = resource.startsWith("//storage.googleapis.com/")
                ? resource.substring("//storage.googleapis.com/".length())
                : resource.startsWith("gs://") ? fromUrl(resource.substring("gs://".length())) : resource;
        if (full.startsWith(BUCKETS)) {
            return inStorage(full.substring(BUCKETS.length()));
        }
        boolean project =
                full.startsWith("//cloudresourcemanager.googleapis.com/projects/") || full.matches("projects/[^/]+");
        return new Target(project ? PROJECT : "", full, "", "");
    }

    private static String fromUrl(String url) {
        int slash = url.indexOf('/');
        var object = slash < 0 ? "" : url.substring(slash + 1);
        return BUCKETS + (slash < 0 ? url : url.substring(0, slash)) + (object.isEmpty() ? "" : "/objects/" + object);
    }

    private static Target inStorage(String path) {
        var parts = path.split("/", 3);
        if (parts.length == 1) {
            return bucket(parts[0]);
        }
        boolean folder = parts[1].equals("managedFolders");
        return new Target(folder ? FOLDER : OBJECT, BUCKETS + path, parts[0], parts[2]);
    }

    private static Target bucket(String bucket) {
        return new Target(BUCKET, BUCKETS + bucket, bucket, "");
    }

    boolean inStorage() {
        return !bucket.isEmpty();
    }

    /**
     * Where a permission is checked: listing objects, and everything that is done to a bucket, is checked on the bucket.
     *
     * @see <a href="https://docs.cloud.google.com/storage/docs/access-control/iam#conditions">Conditions</a>
     */
    Target checkedFor(String permission) {
        boolean onBucket = permission.startsWith("storage.buckets.")
                || permission.equals("storage.objects.list") && type.equals(OBJECT);
        return onBucket && inStorage() ? bucket(bucket) : this;
    }
}
