package io.github.zweiklick.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** Asks for one page again and again over connections that stay open, as a browser would. */
record LoadClient(int port, String host) {

    /**
     * What was answered.
     *
     * @param nanos from request to last byte, sorted
     * @param elapsed nanoseconds all took
     */
    record Answers(long[] nanos, long elapsed) {
        double perSecond() {
            return nanos.length * 1e9 / elapsed;
        }

        double medianMicros() {
            return nanos[nanos.length / 2] / 1e3;
        }
    }

    /** @param pause between two requests of a connection */
    Answers ask(String path, int connections, Duration time, Duration pause) throws InterruptedException {
        long[][] nanos = new long[connections][];
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] threads = new Thread[connections];
        long begin = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                try {
                    nanos[number] = ask(path, begin + time.toNanos(), pause);
                } catch (IOException | RuntimeException failed) {
                    failure.set(failed);
                    nanos[number] = new long[0];
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A request failed: " + path, failure.get());
        }
        long elapsed = System.nanoTime() - begin;
        return new Answers(
                Arrays.stream(nanos).flatMapToLong(LongStream::of).sorted().toArray(), elapsed);
    }

    private long[] ask(String path, long end, Duration pause) throws IOException {
        long[] nanos = new long[1 << 16];
        int count = 0;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            byte[] request = request(path);
            while (System.nanoTime() < end) {
                long asked = System.nanoTime();
                socket.getOutputStream().write(request);
                answer(in);
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = System.nanoTime() - asked;
                java.util.concurrent.locks.LockSupport.parkNanos(pause.toNanos());
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    /** The body of one answer. */
    byte[] once(String path) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request(path));
            return answer(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        }
    }

    private byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
                        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                        + "Accept-Language: de,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\n"
                        + "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Site: none\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    private static byte[] answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("Not 200 but " + status);
        }
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length != length) {
            throw new IOException("The body ends after " + body.length + " of " + length + " bytes");
        }
        return body;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
