package io.github.zweiklick.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks for counts. For {@code benchmarks/shares}: {@code warm PORT FILE N} until the answer to each request target of a file
 * holds N counts; {@code stampede PORT TARGET N} once, N times at the same time.
 */
public final class CountClient {
    private static final int AT_ONCE = 16;
    private static final int MOST_PASSES = 120;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private final int number;

    private CountClient(int port, int number) {
        this.port = port;
        this.number = number;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        CountClient client = new CountClient(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]));
        if (arguments[0].equals("warm")) {
            client.warm(Files.readAllLines(Path.of(arguments[2])));
        } else {
            client.stampede(arguments[2]);
        }
    }

    private void warm(List<String> targets) throws InterruptedException, ExecutionException {
        HttpClient http = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> missing = targets;
            for (int pass = 0; pass < MOST_PASSES && !missing.isEmpty(); pass++) {
                List<Callable<List<String>>> tasks = new ArrayList<>();
                for (String target : missing) {
                    tasks.add(() -> counts(ask(http, target)) < number ? List.of(target) : List.of());
                }
                List<String> still = new ArrayList<>();
                for (Future<List<String>> task : threads.invokeAll(tasks)) {
                    still.addAll(task.get());
                }
                missing = still;
                TimeUnit.MILLISECONDS.sleep(missing.isEmpty() ? 0 : 500);
            }
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        missing.size() + " addresses have no " + number + " counts, such as " + missing.get(0));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String ask(HttpClient http, String target) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Of a flat object, {@code {"facebook":1452,"reddit":7}}. */
    private static int counts(String answer) {
        return answer.split("\":[0-9]", -1).length - 1;
    }

    private void stampede(String target) throws IOException {
        byte[] request = ("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.setTcpNoDelay(true);
                sockets.add(socket);
            }
            for (Socket socket : sockets) {
                socket.getOutputStream().write(request);
            }
            int answered = 0;
            for (Socket socket : sockets) {
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                answered += answer.startsWith("HTTP/1.1 200 ") ? 1 : 0;
            }
            System.out.println(answered + " of " + number + " requests at the same time were answered with 200");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
