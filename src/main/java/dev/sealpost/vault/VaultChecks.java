package dev.sealpost.vault;

import com.google.crypto.tink.KeysetHandle;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code vault_check}: which keysets this database was written with. */
@Component
class VaultChecks {

    private final JdbcClient jdbc;

    VaultChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One hub at a time opens its vault; held until the transaction ends. */
    void lock() {
        jdbc.sql("LOCK TABLE vault_check IN EXCLUSIVE MODE").update();
    }

    Map<String, byte[]> proofs() {
        var proofs = new HashMap<String, byte[]>();
        jdbc.sql("SELECT keyset, proof FROM vault_check").query(row -> {
            proofs.put(row.getString("keyset"), row.getBytes("proof"));
        });
        return proofs;
    }

    void add(VaultKeyset keyset, KeysetHandle handle) {
        jdbc.sql("INSERT INTO vault_check (keyset, proof) VALUES (?, ?)")
                .params(keyset.id(), KeysetProof.of(keyset, handle))
                .update();
    }

    /** Whether the database holds data keys that some vault wrapped. */
    boolean anythingIsWrapped() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM keys.subject_key)")
                .query(Boolean.class)
                .single();
    }
}
