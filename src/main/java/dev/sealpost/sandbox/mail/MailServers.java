package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail's servers over a store of ours. */
final class MailServers extends GreenMail {

    /** GreenMail makes managers of its own first, and takes these when it starts. */
    MailServers(Managers managers, ServerSetup... setups) {
        super(setups);
        this.managers = managers;
    }
}
