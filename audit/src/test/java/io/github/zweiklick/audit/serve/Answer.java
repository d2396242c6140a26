package io.github.zweiklick.audit.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a server answers to a request that was written byte by byte: no client would send all of these. */
record Answer(int status, String head, String body) {

    /** @param lines of the request's head, without an end */
    static Answer to(int port, String body, String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return end < 0
                    ? new Answer(0, "", all)
                    : new Answer(
                            Integer.parseInt(all.substring(9, 12)), all.substring(0, end), unchunked(all, end + 4));
        }
    }

    private static String unchunked(String all, int from) {
        String rest = all.substring(from);
        if (!all.substring(0, from).toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            return rest;
        }
        // Good enough for what is small: the sizes are left in.
        return rest;
    }

    static Answer get(String address, String... more) throws IOException {
        URI url = URI.create(address);
        return to(url.getPort(), "", head("GET", url, more));
    }

    /** As a form of these pages is sent. */
    static Answer post(String address, String form) throws IOException {
        return post(address, form, "Sec-Fetch-Site: same-origin", "Origin: null");
    }

    static Answer post(String address, String form, String... more) throws IOException {
        URI url = URI.create(address);
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "Content-Type: application/x-www-form-urlencoded";
        all[more.length + 1] = "Content-Length: " + form.getBytes(StandardCharsets.UTF_8).length;
        return to(url.getPort(), form, head("POST", url, all));
    }

    private static String[] head(String method, URI url, String... more) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        List<String> lines = new java.util.ArrayList<>(
                List.of(method + " " + url.getRawPath() + query + " HTTP/1.1", "Host: " + url.getRawAuthority()));
        lines.addAll(List.of(more));
        return lines.toArray(String[]::new);
    }

    /** Values of a header field. */
    List<String> field(String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
