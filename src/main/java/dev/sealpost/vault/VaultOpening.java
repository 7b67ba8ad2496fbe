package dev.sealpost.vault;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the vault, once, in the transaction in which it was made: every keyset is there, undamaged and the one this database was
 * written with, or {@link VaultUnusable} says all that is wrong. A keyset is made only for a database that has never used one of
 * its name, so that a lost vault is never papered over with new keys.
 */
final class VaultOpening {

    private static final String RESTORE = "Restore the vault that belongs to this database from its backup";

    private final VaultDirectory directory;
    private final boolean mayCreate;
    private final VaultChecks checks;
    private final Map<String, byte[]> proofs;
    private final List<VaultFault> faults = new ArrayList<>();

    VaultOpening(VaultDirectory directory, boolean mayCreate, VaultChecks checks) {
        this.directory = directory;
        this.mayCreate = mayCreate;
        this.checks = checks;
        checks.lock();
        this.proofs = checks.proofs();
    }

    Vault open() {
        faults.addAll(directory.faults());
        if (proofs.isEmpty() && checks.anythingIsWrapped()) {
            faults.add(new VaultFault(
                    "The database holds wrapped data keys, but its table vault_check is empty",
                    "Restore vault_check from the same backup as the schema keys"));
        }
        refuseIfFaulty();
        var keysets = new EnumMap<VaultKeyset, KeysetHandle>(VaultKeyset.class);
        VaultKeyset.all().forEach(keyset -> existing(keyset).ifPresent(handle -> keysets.put(keyset, handle)));
        refuseIfFaulty();
        VaultKeyset.all().forEach(keyset -> keysets.computeIfAbsent(keyset, this::create));
        keysets.forEach(this::remember);
        return new Vault(keysets);
    }

    private Optional<KeysetHandle> existing(VaultKeyset keyset) {
        if (!directory.has(keyset)) {
            absenceFault(keyset).ifPresent(faults::add);
            return Optional.empty();
        }
        try {
            return Optional.of(directory.read(keyset)).filter(handle -> belongs(keyset, handle));
        } catch (GeneralSecurityException e) {
            faults.add(new VaultFault("%s is damaged: %s".formatted(directory.file(keyset), e.getMessage()), RESTORE));
            return Optional.empty();
        }
    }

    private Optional<VaultFault> absenceFault(VaultKeyset keyset) {
        String absent = directory.file(keyset) + " is missing";
        if (proofs.containsKey(keyset.id())) {
            return Optional.of(new VaultFault(absent + ", and the database holds data that needs it", RESTORE));
        }
        return mayCreate
                ? Optional.empty()
                : Optional.of(new VaultFault(
                        absent,
                        "For a new installation start once with sealpost.vault.create=true, then back the vault up"));
    }

    private boolean belongs(VaultKeyset keyset, KeysetHandle handle) {
        byte[] proof = proofs.get(keyset.id());
        boolean belongs = proof == null || KeysetProof.holds(keyset, handle, proof);
        if (!belongs) {
            faults.add(new VaultFault(
                    directory.file(keyset) + " is not the keyset this database was written with", RESTORE));
        }
        return belongs;
    }

    private KeysetHandle create(VaultKeyset keyset) {
        KeysetHandle handle = Keysets.generate(keyset);
        directory.create(keyset, handle);
        return handle;
    }

    private void remember(VaultKeyset keyset, KeysetHandle handle) {
        if (!proofs.containsKey(keyset.id())) {
            checks.add(keyset, handle);
        }
    }

    private void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw new VaultUnusable(faults);
        }
    }
}
