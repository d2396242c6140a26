package io.github.zweiklick.upstream;

import io.github.zweiklick.url.WebUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/**
 * A network on loopback. Answers as it is told, wrongly as well, and keeps what it was asked, byte for byte. The last reply is
 * given again and again; a connection stays open until the reply closes it.
 */
public final class StubServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String scheme;
    private final ConcurrentLinkedDeque<Reply> replies = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** What becomes of a request. */
    @FunctionalInterface
    public interface Reply {
        void to(Request request, Socket socket) throws IOException;
    }

    /** As it came in. */
    public record Request(String head, String body) {
        public String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        /** By name in lower case, sorted. */
        public Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>();
            head.lines().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
                int colon = line.indexOf(':');
                headers.merge(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip(),
                        (one, other) -> one + " | " + other);
            });
            return headers;
        }
    }

    private StubServer(ServerSocket listening, String scheme) {
        this.listening = listening;
        this.scheme = scheme;
        start(this::accept);
    }

    public static StubServer http() {
        try {
            return new StubServer(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), "http");
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public static StubServer https(SSLContext context) {
        try {
            return new StubServer(
                    context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress()),
                    "https");
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** From now on it answers in this way. */
    public StubServer replies(Reply... inTurn) {
        replies.clear();
        replies.addAll(List.of(inTurn));
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** First lines of what it was asked. */
    public List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    public int connections() {
        return connections.get();
    }

    public int port() {
        return listening.getLocalPort();
    }

    public String origin() {
        return scheme + "://127.0.0.1:" + port();
    }

    public WebUrl url(String path) {
        return WebUrl.parse(origin() + path).orElseThrow();
    }

    public static Reply json(String body) {
        return status(200, "application/json", body);
    }

    public static Reply status(int status, String type, String body) {
        return answer(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply redirect(int status, String location) {
        return answer(status, Map.of("Location", location), new byte[0]);
    }

    public static Reply answer(int status, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " As Told\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return (request, socket) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        };
    }

    /** Exactly these characters, and the end. */
    public static Reply raw(String text) {
        return (request, socket) -> {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.close();
        };
    }

    /** The start of an answer, and then a byte now and again until the client has had enough. */
    public static Reply trickling(String start) {
        return (request, socket) -> {
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            while (!socket.isClosed()) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        };
    }

    /** Nothing, until the client has had enough. */
    public static Reply silence() {
        return (request, socket) -> {
            if (socket.getInputStream().read() < 0) {
                socket.close();
            }
        };
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Also for a reply that has made something else of its connection, such as a tunnel. */
    public void serve(Socket socket) {
        try (socket) {
            while (!socket.isClosed()) {
                Optional<Request> request = read(socket.getInputStream());
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request.get());
                Reply reply = replies.size() > 1 ? replies.poll() : replies.peek();
                if (reply == null) {
                    return;
                }
                reply.to(request.get(), socket);
            }
        } catch (IOException ended) {
            // The client's right, and in most tests the point.
        }
    }

    private static Optional<Request> read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.write(next);
        }
        Request bodiless = new Request(head.toString(StandardCharsets.ISO_8859_1), "");
        int length = Integer.parseInt(bodiless.headers().getOrDefault("content-length", "0"));
        return Optional.of(
                new Request(bodiless.head(), new String(in.readNBytes(length), StandardCharsets.ISO_8859_1)));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : new ArrayList<>(sockets)) {
                socket.close();
            }
        } catch (IOException ignored) {
            // It goes with the process.
        }
    }
}
