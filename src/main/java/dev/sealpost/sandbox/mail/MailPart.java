package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.util.ServerSetup;
import dev.sealpost.sandbox.net.LoopbackPort;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A mail server with one mailbox in this JVM, on 127.0.0.1: SMTP without login takes mails for it, IMAP with login shows them.
 *
 * <p>A mail that SMTP or IMAP said yes to, with its folder and flags, survives a kill of the process: GreenMail keeps mails in memory,
 * and a journal beside it puts them there again. Not guaranteed: that it survives a power loss; that mails keep their numbers over a
 * restart (folders get a new UIDVALIDITY, as RFC 3501 has it for such servers); that empty or renamed folders are kept. All mails are
 * in memory, so this is for a sandbox's few thousand.
 */
public final class MailPart implements AutoCloseable {

    public static final String USER = "hub@sandbox.test";
    public static final String PASSWORD = "sandbox-mail";

    private final JournaledMail mail;
    private final MailServers servers;
    private final int smtpPort;
    private final int imapPort;

    private MailPart(JournaledMail mail, MailServers servers, int smtpPort, int imapPort) {
        this.mail = mail;
        this.servers = servers;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    /**
     * When this returns, both servers answer and the mails of before are there.
     *
     * @throws dev.sealpost.sandbox.net.PortTaken if another process listens on a port
     */
    public static MailPart start(Path directory, LoopbackPort smtp, LoopbackPort imap) throws IOException {
        ServerSetup smtpSetup = setup(smtp.settled(), ServerSetup.PROTOCOL_SMTP);
        ServerSetup imapSetup = setup(imap.settled(), ServerSetup.PROTOCOL_IMAP);
        JournaledMail mail = JournaledMail.open(directory.resolve("mail.jsonl"));
        MailServers servers = new MailServers(mail.managers(), smtpSetup, imapSetup);
        servers.start();
        return new MailPart(mail, servers, smtpSetup.getPort(), imapSetup.getPort());
    }

    private static ServerSetup setup(LoopbackPort port, String protocol) {
        return new ServerSetup(port.number(), port.address().getAddress().getHostAddress(), protocol);
    }

    public int smtpPort() {
        return smtpPort;
    }

    public int imapPort() {
        return imapPort;
    }

    @Override
    public void close() throws IOException {
        servers.stop();
        mail.close();
    }
}
