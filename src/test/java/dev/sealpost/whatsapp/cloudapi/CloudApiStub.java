package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server on a random loopback port that does with each connection what its script says, however rude. */
public final class CloudApiStub implements AutoCloseable {

    public static final String ACCEPTED =
            "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"x\",\"wa_id\":\"x\"}],\"messages\":[{\"id\":\"wamid.1\"}]}";

    /** What is done with one request, once it was read. Returning closes nothing; throwing closes the connection. */
    @FunctionalInterface
    public interface Script {
        void answer(Exchange exchange) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cloud-api-stub");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final String greeting;
    private final Script script;

    private CloudApiStub(String greeting, Script script) throws IOException {
        this.greeting = greeting;
        this.script = script;
        server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public static CloudApiStub that(Script script) {
        return started("", script);
    }

    /** Speaks first, whatever the protocol, and reads nothing before. */
    public static CloudApiStub greeting(String greeting) {
        return started(greeting, Exchange::close);
    }

    private static CloudApiStub started(String greeting, Script script) {
        try {
            return new CloudApiStub(greeting, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every request so, with a correct length, and keeps the connection. */
    public static CloudApiStub answering(int status, String body, String... headers) {
        return that(exchange -> exchange.respond(status, body, headers));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public URI tlsUri() {
        return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    /** What was received whole, in order of arrival. */
    public List<Request> requests() {
        return requests;
    }

    /** Connections that neither side has closed. */
    public int openConnections() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.getOutputStream().write(greeting.getBytes(ISO_8859_1));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = Request.read(in); request != null; request = Request.read(in)) {
                requests.add(request);
                script.answer(new Exchange(request, socket));
            }
        } catch (IOException gone) {
            // the other side, or the script, has ended the connection
        } finally {
            open.remove(socket);
        }
    }

    /** One request as it came in. */
    public record Request(String line, List<String> headers, String body) {

        public String header(String name) {
            return headers.stream()
                    .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        static Request read(InputStream in) throws IOException {
            String line = readLine(in);
            if (line == null || line.isEmpty()) {
                return null;
            }
            List<String> headers = new java.util.ArrayList<>();
            for (String header = readLine(in); header != null && !header.isEmpty(); header = readLine(in)) {
                headers.add(header);
            }
            Request head = new Request(line, headers, "");
            String length = head.header("Content-Length");
            return new Request(line, headers, length == null ? "" : body(in, Integer.parseInt(length)));
        }

        private static String body(InputStream in, int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new IOException("The request ended early");
            }
            return new String(bytes, UTF_8);
        }

        private static String readLine(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0 || line.length() > 16_384) {
                    return null;
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }
    }

    /** The answering side of one request. */
    public record Exchange(Request request, Socket socket) {

        public void respond(int status, String body, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Any\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n\r\n");
            raw(head + body);
        }

        public void raw(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(text.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8));
            socket.getOutputStream().flush();
        }

        public void close() throws IOException {
            socket.close();
        }

        /** Ends the connection with a reset instead of an orderly end. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Holds the answer back, as a slow server does; ends early when the stub is closed. */
        public void holdBack(long millis) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        /** Until the other side gives up: reads, and answers nothing. */
        public void neverAnswer() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // nothing is said to whatever comes
            }
            throw new IOException("The other side gave up");
        }
    }
}
