package dev.ullage.estate;

import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.EnumSet;
import java.util.Set;

/** What a workload is for, and with it which classes of permission its places need. */
public enum IntentKind {
    /** Reads training data, writes, overwrites, rotates and restores checkpoints. */
    TRAIN,
    /** Loads models; may append, such as prediction logs. */
    SERVE,
    /** Looks and does not touch. */
    INSPECT,
    /** Publishes models: writes and replaces them. */
    DEPLOY;

    /** Classes declared for the objects below each place the workload reads. Listing is declared beside it. */
    public Set<PermissionClass> whereItReads() {
        return EnumSet.of(PermissionClass.LIST, PermissionClass.READ);
    }

    /**
     * Classes declared for the objects below each place the workload writes. TensorFlow writes a checkpoint to a
     * temporary name and renames it, so a training write needs read and delete as well as create. On GCP replacing an
     * object needs {@code storage.objects.delete}, which the provider cannot grant for replacing alone.
     */
    public Set<PermissionClass> whereItWrites(Provider provider) {
        return switch (this) {
            case TRAIN ->
                EnumSet.of(
                        PermissionClass.LIST,
                        PermissionClass.READ,
                        PermissionClass.CREATE,
                        PermissionClass.OVERWRITE,
                        PermissionClass.DELETE);
            case SERVE -> EnumSet.of(PermissionClass.CREATE);
            case INSPECT -> EnumSet.noneOf(PermissionClass.class);
            case DEPLOY -> {
                var classes = EnumSet.of(
                        PermissionClass.LIST, PermissionClass.READ, PermissionClass.CREATE, PermissionClass.OVERWRITE);
                if (provider == Provider.GCP) {
                    classes.add(PermissionClass.DELETE);
                }
                yield classes;
            }
        };
    }
}
