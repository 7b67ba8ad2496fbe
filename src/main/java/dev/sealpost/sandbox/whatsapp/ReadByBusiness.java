package dev.sealpost.sandbox.whatsapp;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Which messages of people the business said that it has read; follows the receipts when it is asked. */
final class ReadByBusiness {
    private final NumberedJournal receipts;
    private final Set<String> ids = new HashSet<>();
    private int followed;

    ReadByBusiness(ReadReceipts receipts) {
        this.receipts = receipts.journal();
    }

    synchronized boolean contains(String messageId) throws IOException {
        for (; followed < receipts.size(); followed++) {
            ids.add(LineHead.of(receipts.read(followed)).get("messageId"));
        }
        return ids.contains(messageId);
    }
}
