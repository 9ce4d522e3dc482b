package dev.ullage.rule.subject;

import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as rules see it: one member of one GCP binding, or one allowing AWS statement for one principal. Lines of
 * access-control lists are {@link AclView}s.
 */
@Means("the grant")
public record GrantView(
        @Means("the cloud that holds it") Provider provider,
        @Means("which sort of document it stands in") GrantKind kind,

        @Means(value = "which role or policy grants it", example = "roles/storage.admin")
        String name,

        @Means(
                value = "what it covers",
                note = "In the provider's words, several joined by a comma",
                example = "projects/acme-ml")
        String resource,

        @Means(value = "how wide it reaches", note = "By the widest thing that it covers")
        GrantLevel level,

        @Means(value = "what it lets its holder do", example = "['list', 'read']") @Nullable
        List<PermissionClass> classes,

        @Means(
                value = "which actions it allows",
                note = "As an AWS statement has them; empty on GCP",
                example = "['s3:GetObject', 's3:List*']")
        List<String> actions,

        @Means("whether it lets its holder touch storage") Answer storage,

        @Means(value = "whether it is a basic role", note = "roles/owner, roles/editor and roles/viewer of GCP")
        boolean basicRole,

        @Means(value = "whether it allows every action of every service", note = "Action `*` on AWS")
        boolean allActions,

        @Means(value = "whether it allows every storage action", note = "`s3:*` on AWS, roles/storage.admin on GCP")
        boolean allStorageActions,

        @Means(value = "whether it covers every resource", note = "Resource `*` on AWS")
        boolean allResources,

        @Means("whether a condition narrows it") boolean conditional,

        @Means(
                value = "whether it takes effect today",
                note = "It does not when public access prevention or a denial makes it void")
        Answer live)
        implements View {

    public GrantView {
        classes = classes == null ? null : List.copyOf(classes);
        actions = List.copyOf(actions);
    }
}
