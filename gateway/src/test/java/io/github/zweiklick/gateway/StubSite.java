package io.github.zweiklick.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A site that answers exactly what a test says, byte by byte, and keeps what it was asked. One thread a connection; it ends with
 * the test.
 */
final class StubSite implements AutoCloseable {
    /** Answers one request; may do with the connection what it likes. */
    interface Answer {
        void to(Asked request, Wire wire) throws Exception;
    }

    /**
     * A request.
     *
     * @param head its first line and headers, without the empty line
     */
    record Asked(String method, String target, List<String> head, InputStream in) {
        List<String> all(String name) {
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        String header(String name) {
            return String.join(" | ", all(name));
        }

        /** Its body, whichever way it is framed. */
        byte[] body() throws IOException {
            if (!header("Content-Length").isEmpty()) {
                return in.readNBytes(Integer.parseInt(header("Content-Length")));
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (header("Transfer-Encoding").equals("chunked")) {
                for (int size = size(); size > 0; size = size()) {
                    body.write(in.readNBytes(size));
                    line(in);
                }
                line(in);
            }
            return body.toByteArray();
        }

        private int size() throws IOException {
            return Integer.parseInt(line(in), 16);
        }
    }

    /** The way back. */
    record Wire(Socket socket, OutputStream out) {
        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** A whole answer with its length. */
        void answer(int status, String headers, byte[] body) throws IOException {
            String lines = headers.isEmpty() ? "" : headers.strip().replace("\n", "\r\n") + "\r\n";
            send("HTTP/1.1 " + status + " Told\r\n" + lines + "Content-Length: " + body.length + "\r\n\r\n");
            send(body);
        }

        void answer(int status, String headers, String body) throws IOException {
            answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
        }

        /** Ends the connection as a crash does: with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    StubSite() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** @param server closed with it */
    StubSite(ServerSocket server) {
        this.server = server;
        Thread accepting = new Thread(this::accept, "stub site");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.getLocalPort();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** @param path without query */
    void at(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** Serves a body of this type. */
    void at(String path, String type, byte[] body) {
        at(path, (request, wire) -> wire.answer(200, "Content-Type: " + type, body));
    }

    List<Asked> asked() {
        return asked;
    }

    Asked last() {
        return asked.get(asked.size() - 1);
    }

    /** How many connections were made to it. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread serving = new Thread(() -> serve(socket), "stub connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                String first = line(in);
                if (first.isEmpty()) {
                    return;
                }
                List<String> head = new CopyOnWriteArrayList<>(List.of(first));
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    head.add(line);
                }
                String[] parts = first.split(" ");
                Asked request = new Asked(parts[0], parts[1], head, in);
                asked.add(request);
                String path = parts[1].split("\\?", 2)[0];
                answers.getOrDefault(path, (unknown, wire) -> wire.answer(404, "", "nothing here"))
                        .to(request, new Wire(socket, socket.getOutputStream()));
            }
        } catch (SocketException gone) {
            // The other side, or the test, has closed it.
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            open.remove(socket);
        }
    }

    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Closes the connections there are, as a server does when it restarts. */
    void drop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        drop();
    }
}
