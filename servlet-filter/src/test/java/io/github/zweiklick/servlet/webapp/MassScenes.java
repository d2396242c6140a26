package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;

/** Pages of a megabyte, written piece by piece as soon as so many have begun as {@code pages} says: all are in the making at once. */
final class MassScenes {
    static final Map<String, Scene> SCENES = Map.of("/mass", MassScenes::mass, "/mass-gzip", MassScenes::gzip);

    private static final int PIECES = 1024;
    private static final int PIECE = 1024;
    private static final byte[] END = "<p>Ende der Seite</p></body></html>".getBytes(UTF_8);

    private static final Map<String, CyclicBarrier> BEGUN = new ConcurrentHashMap<>();

    private MassScenes() {}

    private static void mass(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        write(request, response.getOutputStream());
    }

    private static void gzip(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Encoding", "gzip");
        GZIPOutputStream gzip = new GZIPOutputStream(response.getOutputStream());
        write(request, gzip);
        gzip.finish();
    }

    private static void write(HttpServletRequest request, OutputStream out) throws IOException {
        out.write(beginning(request));
        awaitTheOthers(request.getParameter("pages"));
        for (int i = 0; i < PIECES; i++) {
            out.write(piece(i));
        }
        out.write(END);
    }

    private static void awaitTheOthers(String pages) throws IOException {
        try {
            BEGUN.computeIfAbsent(pages, number -> new CyclicBarrier(Integer.parseInt(number)))
                    .await(120, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        } catch (BrokenBarrierException | TimeoutException missing) {
            throw new IOException("Not so many pages were asked for at once", missing);
        }
    }

    /** {@code exact}: with what the fast way is not certain of. */
    private static byte[] beginning(HttpServletRequest request) {
        String unsure = request.getParameter("exact") == null ? "" : "<svg><title/></svg>";
        return ("<!DOCTYPE html><html lang=de><head><title>Satzung</title></head><body>" + unsure).getBytes(UTF_8);
    }

    private static byte[] piece(int number) {
        String embed = number % 256 == 0 ? "<iframe src=https://foreign.example/widget></iframe>" : "";
        StringBuilder text = new StringBuilder(PIECE)
                .append(embed)
                .append("<p class=absatz id=p")
                .append(number)
                .append("><a href='/satzung/")
                .append(number)
                .append("'>Paragraf</a> ");
        while (text.length() < PIECE - 4) {
            text.append("Wort ".charAt(text.length() % 5));
        }
        return text.append("</p>").toString().getBytes(UTF_8);
    }
}
