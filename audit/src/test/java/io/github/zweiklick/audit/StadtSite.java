package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.SiteResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A city's site as it may be today, served in the namespace. */
final class StadtSite {
    static final String HOST = "www.beispielhausen.test";
    static final String ORIGIN = "http://" + HOST;

    /** Hosts that a visitor of its first page contacts, in order. */
    static final List<String> CONTACTED =
            List.of("fonts.googleapis.com", "nachbarstadt.test", "platform.twitter.com", "www.youtube.com");

    private static final String START = """
            <!doctype html><html lang=de><head><meta charset=utf-8><title>Beispielhausen</title>
            <link rel=stylesheet href="http://fonts.googleapis.com/css?family=Lato"></head>
            <body><h1>Beispielhausen</h1><img src="http://beispielhausen.test/wappen.png" alt="">
            <iframe width=560 height=315 src="http://www.youtube.com/embed/dQw4w9WgXcQ" title="Film"></iframe>
            <blockquote class="twitter-tweet"><a href="/x">Neues</a></blockquote>
            <script async src="http://platform.twitter.com/widgets.js"></script>
            <div style="height:3000px"></div><img loading=lazy src="http://nachbarstadt.test/bild.png" alt=""></body></html>
            """;

    private static final SiteResponse NOTHING =
            SiteResponse.page("<!doctype html><title>Leer</title><p>Hier ist nichts.");

    private StadtSite() {}

    static void serve(ContactHarness harness) {
        harness.serve(HOST, request -> switch (request.target()) {
            case "/" -> SiteResponse.page(START);
            case "/fort" -> new SiteResponse(404, NOTHING.fields(), NOTHING.body());
            case "/umgezogen" -> SiteResponse.empty(302).with("Location", "/leer");
            default -> NOTHING;
        });
    }

    /** A command's line that starts another program of this class path. */
    static List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return command;
    }
}
