package dev.sealpost.audit;

import dev.sealpost.vault.HubSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Exports entries as JSON Lines with the hub's signature: a heading that says what was asked for and up to which index, the entries,
 * and a last line, which is not signed, with the signature over every byte before it. Holds a page of entries at a time.
 *
 * <p>Guaranteed: the signature is given only for an export that reached its end and is on record with its SHA-256. Not guaranteed: that
 * the log was not altered before; that is for its proofs to show.
 */
@Component
class AuditExport {
    private static final int PAGE = 1_000;

    private final StoredEntries stored;
    private final ExportRecords records;
    private final HubSigner signer;

    AuditExport(StoredEntries stored, ExportRecords records, HubSigner signer) {
        this.stored = stored;
        this.records = records;
        this.signer = signer;
    }

    /** @return empty if the reader asked for a flow they may not see */
    Optional<Export> begin(AuditQueryReader.Valid asked, AuditReader reader) {
        return records.begun(new Export(asked, reader, stored.last()));
    }

    /** If nobody takes it any more, that is put on record instead of a signature. */
    void write(Export export, OutputStream out) {
        try {
            writeAll(export, out);
        } catch (IOException gone) {
            records.brokenOff(export);
        }
    }

    private void writeAll(Export export, OutputStream out) throws IOException {
        var lines = new HashedLines(out);
        lines.write(export.heading());
        lines.flush();
        long entries = entries(export, lines);
        lines.flush();
        byte[] sha256 = lines.sha256();
        var end = new ExportEnd(entries, sha256, signer.sign(sha256));
        records.signed(export, end);
        lines.write(end.line());
        lines.flush();
    }

    private long entries(Export export, HashedLines lines) throws IOException {
        long written = 0;
        long after = -1;
        boolean more = true;
        while (more) {
            var page = stored.find(
                    export.asked().query().page(after, PAGE), export.reader().flows());
            more = page.more();
            for (StoredEntries.Entry entry : page.entries()) {
                if (entry.index() > export.upTo()) {
                    return written;
                }
                lines.write(line(entry));
                after = entry.index();
                written++;
            }
        }
        return written;
    }

    /** The entry as it was hashed, with its index put in front: what is left without it is what the leaf hash is over. */
    private static String line(StoredEntries.Entry entry) {
        return "{\"index\":" + entry.index() + "," + entry.json().substring(1);
    }
}
