package dev.sealpost.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** One request after the other over one connection, or the next one where the server closes it. */
final class KeptConnection implements AutoCloseable {

    private static final String END = "\r\n\r\n";

    private final int port;
    private Socket socket;
    private InputStream in;

    KeptConnection(int port) throws IOException {
        this.port = port;
        open();
    }

    /** @throws IOException unless the answer, which has no body, is 200 */
    void post(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String head = head();
        if (!head.startsWith("HTTP/1.1 200")) {
            throw new IOException("Answered " + head.substring(0, head.indexOf('\r')));
        }
        if (head.contains("Connection: close")) {
            close();
            open();
        }
    }

    private void open() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder(256);
        while (head.length() < END.length() || head.lastIndexOf(END) != head.length() - END.length()) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection was closed");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
