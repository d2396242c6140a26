package io.github.zweiklick.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something to send: its type, its bytes, and their ETag. */
record Document(String type, byte[] bytes, String tag) {
    static Document of(String type, byte[] bytes) {
        return new Document(type, bytes, tagOf(bytes));
    }

    static Document html(String page) {
        return of("text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends it, or 304 where the browser has it already. */
    void send(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.setHeader("ETag", tag);
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache");
        }
        String known = request.getHeader("If-None-Match");
        if (status == HttpServletResponse.SC_OK && known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String tagOf(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
