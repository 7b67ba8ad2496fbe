package dev.sealpost.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** TLS in front of a server of this machine, with a certificate of its own for 127.0.0.1 and no other name. */
public final class TlsFront implements AutoCloseable {

    public static final String PASSWORD = "not-a-secret";

    private final int behind;
    private final Path keyStore;
    private final SSLServerSocket listener;
    private final ExecutorService threads;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger conversations = new AtomicInteger();

    private TlsFront(int behind, Path keyStore) throws GeneralSecurityException, IOException {
        this.behind = behind;
        this.keyStore = keyStore;
        this.listener = (SSLServerSocket)
                context(keyStore).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var daemons = new CustomizableThreadFactory("tls-front-");
        daemons.setDaemon(true);
        this.threads = Executors.newCachedThreadPool(daemons);
        threads.execute(this::listen);
    }

    /** With a certificate that nobody has seen before. */
    public static TlsFront of(int behind) {
        try {
            Path keyStore =
                    Files.createTempDirectory(SuiteDirectory.ofThisJvm(), "tls").resolve("keys.p12");
            generate(keyStore);
            return new TlsFront(behind, keyStore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another one with the same certificate, which counts for itself. */
    public TlsFront again() throws GeneralSecurityException, IOException {
        return new TlsFront(behind, keyStore);
    }

    private static void generate(Path keyStore) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options =
                "-genkeypair -alias mail -keyalg EC -groupname secp256r1 -dname CN=mailbox -ext san=ip:127.0.0.1"
                        + " -validity 2 -storetype PKCS12 -storepass " + PASSWORD + " -keystore";
        Process process = new ProcessBuilder((keytool + " " + options + " " + keyStore).split(" "))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (!Files.exists(keyStore)) {
            throw new IllegalStateException("keytool: " + output);
        }
    }

    private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Its keys and certificate, which is also a trust store of the certificate. */
    public Path keyStore() {
        return keyStore;
    }

    /** How often somebody connected. */
    public int attempts() {
        return attempts.get();
    }

    /** How often somebody who connected said something. */
    public int conversations() {
        return conversations.get();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                attempts.incrementAndGet();
                threads.execute(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            threads.execute(() -> answer(server, client));
            InputStream said = client.getInputStream();
            OutputStream to = server.getOutputStream();
            int first = said.read();
            if (first >= 0) {
                conversations.incrementAndGet();
                to.write(first);
                said.transferTo(to);
            }
        } catch (IOException over) {
            // The one or the other hung up, or did not like the certificate.
            return;
        }
    }

    private static void answer(Socket server, Socket client) {
        try (client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException over) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
