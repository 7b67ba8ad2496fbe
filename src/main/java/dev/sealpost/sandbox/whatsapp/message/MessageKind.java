package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;

/** One type of message: checks the object of that name. */
@FunctionalInterface
interface MessageKind {
    Checked<Content> check(Sender sender, LenientObject message);
}
