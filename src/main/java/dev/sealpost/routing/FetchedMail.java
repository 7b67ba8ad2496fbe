package dev.sealpost.routing;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.Optional;

/**
 * A mail as it is on the server, fetched without marking it as read.
 *
 * @param coordinates {@code mail:folder:uidvalidity:uid}, both in hexadecimal (in decimal they may look like phone numbers), the same
 *     whenever it is read again (RFC 3501, section 2.3.1.1)
 * @param content empty if it is too large
 */
record FetchedMail(String coordinates, Optional<byte[]> content) {

    /** Reads at most {@code maxBytes}, whatever size the server says it has. */
    static FetchedMail of(Message mail, int maxBytes) throws MessagingException, IOException {
        Optional<byte[]> content = mail.getSize() > maxBytes ? Optional.empty() : BoundedBytes.of(mail, maxBytes);
        return new FetchedMail(coordinates(mail), content);
    }

    static String coordinates(Message mail) throws MessagingException {
        Folder folder = mail.getFolder();
        UIDFolder names = (UIDFolder) folder;
        return "mail:" + folder.getFullName() + ":" + Long.toHexString(names.getUIDValidity()) + ":"
                + Long.toHexString(names.getUID(mail));
    }

    @Override
    public String toString() {
        return "FetchedMail[" + coordinates + "]";
    }
}
