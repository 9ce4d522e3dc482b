package dev.ullage.access.aws;

import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.PolicyStatement;
import java.util.Arrays;
import java.util.List;

/** What a statement speaks of, in our classes. */
public final class AwsClasses {

    private AwsClasses() {}

    /** The classes of which the statement covers an action, sorted; its resources and conditions are not looked at. */
    public static List<PermissionClass> of(PolicyStatement statement) {
        return Arrays.stream(AwsPermission.values())
                .filter(permission -> CompiledStatement.covers(statement, permission.action()))
                .map(AwsPermission::permissionClass)
                .distinct()
                .sorted()
                .toList();
    }
}
