package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Writes policies about the bucket of a scene, for the people of its lane. */
final class RandomPolicies {

    private static final List<String> ACTIONS = List.of(
            "s3:GetObject",
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:ListBucket",
            "s3:ListBucket",
            "s3:GetObjectAcl",
            "s3:PutObjectAcl",
            "s3:GetObjectTagging",
            "s3:GetBucketAcl",
            "s3:PutBucketAcl",
            "s3:GetBucketPolicy",
            "s3:GetBucketLocation",
            "s3:GetBucketVersioning",
            "s3:ListBucketMultipartUploads",
            "s3:*",
            "s3:*",
            "*",
            "s3:Get*",
            "s3:List*",
            "s3:*Object",
            "s3:*Acl",
            "s3:?etObject",
            "S3:GETOBJECT");

    private static final List<String> OBJECTS = List.of(
            "/*",
            "/*",
            "/data/*",
            "/data/a",
            "/data/?",
            "/home/*",
            "/home/ana/*",
            "/home/*/x",
            "/*a*",
            "/a*b",
            "/?",
            "/*new*",
            "/ü/*");

    private final Dice dice;
    private final List<String> principals;
    private final String bucket;

    /**
     * Prepares to write.
     *
     * @param principals as the element Principal names them
     */
    RandomPolicies(Dice dice, List<String> principals, String bucket) {
        this.dice = dice;
        this.principals = principals;
        this.bucket = "arn:aws:s3:::" + bucket;
    }

    ObjectNode ofBucket() {
        var document = document();
        for (int i = dice.between(1, 4); i > 0; i--) {
            var statement = statement(document);
            principal(statement, true);
            actionsAndResources(statement);
            perhapsCondition(statement);
        }
        return document;
    }

    /** Says the same of every request for the same thing, and mostly denies. */
    ObjectNode ofBucketWithoutConditions() {
        var document = document();
        for (int i = dice.between(1, 2); i > 0; i--) {
            var statement = statement(document).put("Effect", dice.of("Allow", "Deny", "Deny"));
            principal(statement, false);
            put(statement, "Action", dice.some(ACTIONS));
            put(statement, "Resource", dice.some(resources()));
        }
        return document;
    }

    /** Of a user, a role or a session. */
    ObjectNode ofIdentity() {
        var document = document();
        for (int i = dice.between(1, 3); i > 0; i--) {
            var statement = statement(document);
            actionsAndResources(statement);
            perhapsCondition(statement);
        }
        return document;
    }

    /** Who may begin a session of a role. */
    ObjectNode ofTrust() {
        var document = document();
        var statement = statement(document);
        statement.put("Effect", "Allow");
        principal(statement, false);
        put(statement, "Action", List.of(dice.of("sts:AssumeRole", "sts:AssumeRole", "sts:*", "*", "STS:assumerole")));
        if (dice.oneIn(3)) {
            statement.set("Condition", new RandomConditions(dice).ofAnyRequest());
        }
        return document;
    }

    static ObjectNode everything(String action) {
        var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        document.putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", action)
                .put("Resource", "*");
        return document;
    }

    private static ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        document.putArray("Statement");
        return document;
    }

    private ObjectNode statement(ObjectNode document) {
        var statements = (ArrayNode) document.get("Statement");
        return statements
                .addObject()
                .put("Sid", "S" + statements.size())
                .put("Effect", dice.of("Allow", "Allow", "Allow", "Deny"));
    }

    private void actionsAndResources(ObjectNode statement) {
        // Most statements are broad in one respect, since three narrow ones together hardly ever meet a request.
        boolean allActions = dice.oneIn(2);
        put(statement, dice.oneIn(60) ? "NotAction" : "Action", allActions ? List.of("s3:*") : dice.some(ACTIONS));
        boolean someResources = allActions || dice.oneIn(3);
        put(
                statement,
                dice.oneIn(8) ? "NotResource" : "Resource",
                someResources ? dice.some(resources()) : List.of("*"));
    }

    private void perhapsCondition(ObjectNode statement) {
        if (dice.oneIn(3)) {
            statement.set("Condition", new RandomConditions(dice).of());
        }
    }

    private List<String> resources() {
        var resources = new ArrayList<String>();
        OBJECTS.forEach(objects -> resources.add(bucket + objects));
        resources.addAll(
                List.of(bucket, bucket, bucket, bucket + "*", bucket + "*", "*", "*", "arn:aws:s3:*:*:*/data/*"));
        return resources;
    }

    private void principal(ObjectNode statement, boolean mayBeNegated) {
        if (dice.oneIn(3)) {
            statement.put("Principal", "*");
            return;
        }
        boolean denies = statement.get("Effect").textValue().equals("Deny");
        boolean isNegated = mayBeNegated && denies && dice.oneIn(4);
        put(statement.putObject(isNegated ? "NotPrincipal" : "Principal"), "AWS", dice.some(principals));
    }

    /** One value is written without a list as often as not. */
    private void put(ObjectNode object, String name, List<String> values) {
        if (values.size() == 1 && dice.oneIn(2)) {
            object.put(name, values.get(0));
        } else {
            var array = object.putArray(name);
            values.forEach(array::add);
        }
    }
}
