package dev.sealpost.vault;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a secret on disk must be: of the right type, no symbolic link, owned by the hub's user, and closed to everyone else.
 *
 * <p>Not guaranteed: anything about parent directories, access control lists, or root.
 */
enum OwnerOnly {
    DIRECTORY("directory", "700"),
    FILE("regular file", "600");

    private final String type;
    private final String mode;

    OwnerOnly(String type, String mode) {
        this.type = type;
        this.mode = mode;
    }

    /** For creating it with the right mode from the first moment. */
    FileAttribute<Set<PosixFilePermission>> attribute() {
        return PosixFilePermissions.asFileAttribute(allowed());
    }

    Optional<VaultFault> faultOf(Path path) {
        try {
            return faultOf(path, Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException e) {
            return fault(
                    path + " is on a file system without POSIX permissions", "Move the vault to one that has them");
        } catch (IOException e) {
            return fault(
                    "%s cannot be examined (%s)".formatted(path, e.getClass().getSimpleName()),
                    "Let the hub's user read it");
        }
    }

    private Optional<VaultFault> faultOf(Path path, PosixFileAttributes found) throws IOException {
        if (found.isSymbolicLink()) {
            return fault(path + " is a symbolic link", "Put the " + type + " itself there");
        }
        if (this == DIRECTORY ? !found.isDirectory() : !found.isRegularFile()) {
            return fault(path + " is not a " + type, "Put a " + type + " there");
        }
        if (!found.owner().equals(hubUser(path))) {
            return fault(
                    "%s belongs to %s, not to the hub's user %s"
                            .formatted(
                                    path, found.owner().getName(), hubUser(path).getName()),
                    "chown %s %s".formatted(hubUser(path).getName(), path));
        }
        if (!allowed().containsAll(found.permissions())) {
            return fault(
                    "%s has permissions %s; allowed are at most %s"
                            .formatted(path, PosixFilePermissions.toString(found.permissions()), mode),
                    "chmod %s %s".formatted(mode, path));
        }
        return Optional.empty();
    }

    private Set<PosixFilePermission> allowed() {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (this == DIRECTORY) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }

    /** By number: in a container the user often has no name. */
    private static UserPrincipal hubUser(Path path) throws IOException {
        String uid = Long.toString(new UnixSystem().getUid());
        return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(uid);
    }

    private static Optional<VaultFault> fault(String what, String remedy) {
        return Optional.of(new VaultFault(what, remedy));
    }
}
