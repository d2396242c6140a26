package io.github.zweiklick.audit.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hands requests on to a plain-http server, one connection each. */
record ProxiedSite(InetSocketAddress address) implements Site {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 60_000;

    /** Fields of one connection only (RFC 9110, 7.6.1), and those this proxy writes itself. */
    private static final Set<String> OWN_FIELDS = Set.of(
            "connection",
            "keep-alive",
            "transfer-encoding",
            "te",
            "upgrade",
            "content-length",
            "x-forwarded-proto",
            "x-forwarded-for");

    @Override
    public SiteResponse answer(SiteRequest request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write(head(request).getBytes(StandardCharsets.ISO_8859_1));
            out.write(request.body());
            out.flush();
            return read(new BufferedInputStream(socket.getInputStream()), request.method());
        }
    }

    private static String head(SiteRequest request) {
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        for (HttpFields.Field field : passedOn(request.fields())) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        head.append("X-Forwarded-Proto: ").append(request.secure() ? "https" : "http");
        head.append("\r\nX-Forwarded-For: 127.0.0.1\r\nConnection: close\r\n");
        boolean hasBody = request.body().length > 0
                || request.fields().first("content-length").isPresent();
        if (hasBody) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static SiteResponse read(InputStream in, String method) throws IOException {
        int status;
        HttpFields fields;
        do {
            String[] line = HttpWire.line(in).split(" ", 3);
            if (line.length < 2 || !line[0].startsWith("HTTP/1.") || !line[1].matches("[1-5][0-9][0-9]")) {
                throw new IOException("the site's server did not answer in HTTP/1: \"" + String.join(" ", line) + "\"");
            }
            status = Integer.parseInt(line[1]);
            fields = HttpWire.fields(in);
        } while (status < 200); // interim answers, 103 Early Hints among them, are not passed on
        boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
        byte[] body = bodiless ? new byte[0] : HttpWire.body(in, fields, HttpWire.Unsized.UNTIL_CLOSE);
        return new SiteResponse(status, new HttpFields(passedOn(fields)), body);
    }

    private static List<HttpFields.Field> passedOn(HttpFields fields) {
        List<HttpFields.Field> kept = new ArrayList<>(fields.fields());
        kept.removeIf(field -> OWN_FIELDS.contains(field.name().toLowerCase(Locale.ROOT)));
        return kept;
    }
}
