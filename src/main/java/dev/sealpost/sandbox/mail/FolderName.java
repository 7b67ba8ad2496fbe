package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.store.MailFolder;

/** A folder's name as its owner sees it; GreenMail's begins with {@code #mail.} and a number for the owner. */
final class FolderName {

    private FolderName() {}

    static String of(MailFolder folder) {
        return folder.getFullName().split("\\.", 3)[2];
    }
}
