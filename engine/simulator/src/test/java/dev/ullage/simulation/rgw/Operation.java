package dev.ullage.simulation.rgw;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What can be asked of S3, and the permission that it needs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Permissions of
 *     the operations</a>
 */
enum Operation {
    GET("s3:GetObject", On.EXISTING) {
        @Override
        void send(S3Client s3, Call call) {
            s3.getObjectAsBytes(get -> get.bucket(call.bucket).key(call.key()).overrideConfiguration(call.as));
        }
    },
    PUT("s3:PutObject", On.NEW) {
        @Override
        void send(S3Client s3, Call call) {
            s3.putObject(
                    put -> put.bucket(call.bucket).key(call.key()).overrideConfiguration(call.as),
                    RequestBody.fromString("new"));
        }
    },
    /** Of an object that does not exist, so that it can be repeated. */
    DELETE("s3:DeleteObject", On.NEW) {
        @Override
        void send(S3Client s3, Call call) {
            s3.deleteObject(delete -> delete.bucket(call.bucket).key(call.key()).overrideConfiguration(call.as));
        }
    },
    GET_TAGS("s3:GetObjectTagging", On.EXISTING) {
        @Override
        void send(S3Client s3, Call call) {
            s3.getObjectTagging(get -> get.bucket(call.bucket).key(call.key()).overrideConfiguration(call.as));
        }
    },
    GET_ACL("s3:GetObjectAcl", On.EXISTING) {
        @Override
        void send(S3Client s3, Call call) {
            s3.getObjectAcl(get -> get.bucket(call.bucket).key(call.key()).overrideConfiguration(call.as));
        }
    },
    /** Puts the ACL that the object has. */
    PUT_ACL("s3:PutObjectAcl", On.EXISTING) {
        @Override
        void send(S3Client s3, Call call) {
            s3.putObjectAcl(put -> put.bucket(call.bucket)
                    .key(call.key())
                    .accessControlPolicy(call.acl)
                    .overrideConfiguration(call.as));
        }
    },
    LIST("s3:ListBucket", On.BUCKET) {
        @Override
        void send(S3Client s3, Call call) {
            var request = call.request;
            s3.listObjectsV2(list -> list.bucket(call.bucket)
                    .prefix(orNull(request.prefix()))
                    .delimiter(orNull(request.delimiter()))
                    .maxKeys(request.maxKeys())
                    .overrideConfiguration(call.as));
        }
    },
    LIST_UPLOADS("s3:ListBucketMultipartUploads", On.BUCKET) {
        @Override
        void send(S3Client s3, Call call) {
            s3.listMultipartUploads(list -> list.bucket(call.bucket).overrideConfiguration(call.as));
        }
    },
    GET_BUCKET_ACL("s3:GetBucketAcl", On.BUCKET) {
        @Override
        void send(S3Client s3, Call call) {
            s3.getBucketAcl(get -> get.bucket(call.bucket).overrideConfiguration(call.as));
        }
    },
    /** Puts the ACL that the bucket has. */
    PUT_BUCKET_ACL("s3:PutBucketAcl", On.BUCKET) {
        @Override
        void send(S3Client s3, Call call) {
            s3.putBucketAcl(
                    put -> put.bucket(call.bucket).accessControlPolicy(call.acl).overrideConfiguration(call.as));
        }
    },
    GET_BUCKET_POLICY("s3:GetBucketPolicy", On.BUCKET) {
        @Override
        void send(S3Client s3, Call call) {
            s3.getBucketPolicy(get -> get.bucket(call.bucket).overrideConfiguration(call.as));
        }
    },
    GET_LOCATION("s3:GetBucketLocation", On.BUCKET) {
        @Override
        void send(S3Client s3, Call call) {
            s3.getBucketLocation(get -> get.bucket(call.bucket).overrideConfiguration(call.as));
        }
    },
    GET_VERSIONING("s3:GetBucketVersioning", On.BUCKET) {
        @Override
        void send(S3Client s3, Call call) {
            s3.getBucketVersioning(get -> get.bucket(call.bucket).overrideConfiguration(call.as));
        }
    };

    private enum On {
        BUCKET,
        EXISTING,
        NEW
    }

    /**
     * A request with what sending it needs.
     *
     * @param bucket as the server is to find it, whichever account asks
     * @param acl of the request's object or bucket
     * @param as whose request it is
     */
    record Call(Request request, String bucket, AccessControlPolicy acl, AwsRequestOverrideConfiguration as) {

        String key() {
            return request.key();
        }
    }

    private final String action;
    private final On on;

    Operation(String action, On on) {
        this.action = action;
        this.on = on;
    }

    String action() {
        return action;
    }

    boolean isOnObject() {
        return on != On.BUCKET;
    }

    boolean isOnExistingObject() {
        return on == On.EXISTING;
    }

    abstract void send(S3Client s3, Call call);

    /** Sends the request. Whatever is found missing was looked for after the permission was checked. */
    Verdict ask(S3Client s3, Call call) {
        try {
            send(s3, call);
            return Verdict.ALLOWED;
        } catch (S3Exception e) {
            var code = e.awsErrorDetails().errorCode();
            if (e.statusCode() == 403 && code.equals("AccessDenied")) {
                return Verdict.DENIED;
            }
            if (e.statusCode() == 404 && code.startsWith("NoSuch") && !code.equals("NoSuchBucket")) {
                return Verdict.ALLOWED;
            }
            throw new IllegalStateException(
                    "%s was answered with %d %s".formatted(call.request, e.statusCode(), code), e);
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
