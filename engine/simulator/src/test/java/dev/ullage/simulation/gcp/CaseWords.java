package dev.ullage.simulation.gcp;

import java.util.List;

/** The few names that invented cases use, so that they meet often. */
final class CaseWords {

    static final String ANA = "user:ana@acme.example";
    static final String BEN = "user:ben@acme.example";
    static final String EVE = "user:eve@other.example";
    static final String TRAIN = "serviceAccount:train@ml.iam.gserviceaccount.com";
    static final String BATCH = "serviceAccount:batch@etl.iam.gserviceaccount.com";
    static final String CI =
            "principal://iam.googleapis.com/projects/77/locations/global/workloadIdentityPools/ci/subject/main";
    static final String POD =
            "principal://iam.googleapis.com/projects/77/locations/global/workloadIdentityPools/ml.svc.id.goog/subject/ns/train/sa/loader";
    static final String GUEST = "principal://iam.googleapis.com/locations/global/workforcePools/guests/subject/raha";
    static final String NOBODY = "allUsers";

    static final List<String> REQUESTERS =
            List.of(ANA, ANA, ANA, BEN, BEN, EVE, TRAIN, TRAIN, TRAIN, BATCH, CI, POD, GUEST, NOBODY);

    static final List<String> GROUPS =
            List.of("group:readers@acme.example", "group:writers@acme.example", "group:all@acme.example");
    static final String UNTOLD_GROUP = "group:untold@acme.example";

    private static final String CI_POOL =
            "principalSet://iam.googleapis.com/projects/77/locations/global/workloadIdentityPools/ci";
    private static final String POD_POOL =
            "principalSet://iam.googleapis.com/projects/77/locations/global/workloadIdentityPools/ml.svc.id.goog";
    private static final String GUESTS = "principalSet://iam.googleapis.com/locations/global/workforcePools/guests";

    /** Members of any allow policy, besides the one who asks and the groups. */
    static final List<String> MEMBERS = List.of(
            ANA,
            BEN,
            EVE,
            TRAIN,
            BATCH,
            CI,
            POD,
            GUEST,
            "domain:acme.example",
            "domain:other.example",
            "allUsers",
            "allAuthenticatedUsers",
            "allAuthenticatedUsers",
            "deleted:user:ana@acme.example?uid=1",
            "deleted:group:all@acme.example?uid=2",
            CI_POOL + "/*",
            CI_POOL + "/group/deployers",
            CI_POOL + "/attribute.branch/main",
            POD_POOL + "/*",
            POD_POOL + "/namespace/train",
            POD_POOL + "/namespace/serve",
            GUESTS + "/*",
            GUESTS + "/group/auditors",
            "serviceAccount:ml.svc.id.goog[train/loader]",
            "serviceAccount:ml.svc.id.goog[serve/loader]",
            UNTOLD_GROUP);

    /** Members that only a bucket's policy can have. */
    static final List<String> CONVENIENCE = List.of(
            "projectOwner:ml", "projectEditor:ml", "projectViewer:ml", "projectViewer:ml", "projectViewer:elsewhere");

    static final List<String> DENIED = List.of(
            "principalSet://goog/public:all",
            "principalSet://goog/public:all",
            "principalSet://goog/public:all",
            "principal://goog/subject/ana@acme.example",
            "principal://goog/subject/ben@acme.example",
            "principal://goog/subject/eve@other.example",
            "principal://iam.googleapis.com/projects/-/serviceAccounts/train@ml.iam.gserviceaccount.com",
            "principal://iam.googleapis.com/projects/-/serviceAccounts/batch@etl.iam.gserviceaccount.com",
            "principalSet://goog/group/readers@acme.example",
            "principalSet://goog/group/writers@acme.example",
            "principalSet://goog/group/all@acme.example",
            "principalSet://goog/group/untold@acme.example",
            "principalSet://goog/cloudIdentityCustomerId/C01Abc35",
            "deleted:principal://goog/subject/ana@acme.example?uid=1",
            CI,
            CI_POOL + "/*",
            CI_POOL + "/group/deployers",
            GUEST,
            GUESTS + "/*");

    static final List<String> PERMISSIONS = List.of(
            "storage.objects.get",
            "storage.objects.get",
            "storage.objects.get",
            "storage.objects.list",
            "storage.objects.create",
            "storage.objects.delete",
            "storage.objects.update",
            "storage.buckets.get",
            "storage.buckets.setIamPolicy");

    static final List<String> OBJECTS = List.of(
            "team-a/data.bin", "team-a/private/key.bin", "team-b/data.bin", "day=2026-01-05/log.txt", "top.txt");

    static final List<String> FOLDERS = List.of("team-a/", "team-a/private/", "team-b/");

    static final String UNTOLD_ROLE = "organizations/1/roles/untold";

    /** Roles that may stand anywhere; the first ones are in the case, the others on the page. */
    static final List<String> ROLES = List.of(
            "projects/ml/roles/reader",
            "projects/ml/roles/reader",
            "projects/ml/roles/writer",
            "organizations/1/roles/everything",
            "organizations/1/roles/everything",
            "organizations/1/roles/everything",
            "roles/storage.objectViewer",
            "roles/storage.objectViewer",
            "roles/storage.objectUser",
            "roles/storage.objectCreator",
            "roles/storage.objectAdmin",
            "roles/storage.admin");

    static final List<String> BUCKET_ROLES = List.of(
            "roles/storage.legacyBucketReader",
            "roles/storage.legacyBucketWriter",
            "roles/storage.legacyBucketOwner",
            "roles/storage.legacyObjectReader",
            "roles/storage.legacyObjectOwner");

    private CaseWords() {}
}
