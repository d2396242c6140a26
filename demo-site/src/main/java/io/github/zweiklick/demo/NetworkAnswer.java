package io.github.zweiklick.demo;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.policy.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a simulated network sends: a frame, a script, a style or a picture, and its cookies. */
record NetworkAnswer(Visit visit) {
    private static final String NOT_SAID = "nicht übermittelt";

    Reply reply() {
        Optional<Network.Route> route = visit.host().route(visit.call().path());
        return route.map(this::found).orElseGet(() -> reply(404, "text/plain", "Simuliertes Netzwerk: nothing here."));
    }

    private Reply found(Network.Route route) {
        if (route.frame().isPresent()) {
            String content = fill(route.frame().get());
            String page = file("frame.html").fill(name -> name.equals("content") ? content : value(name));
            return reply(200, "text/html", page);
        }
        if (route.script().isPresent()) {
            return reply(200, "text/javascript", fill(route.script().get()));
        }
        if (route.style().isPresent()) {
            return reply(200, "text/css", fill(route.style().get()));
        }
        return reply(200, "image/svg+xml", fill(route.picture().orElseThrow()));
    }

    private Reply reply(int status, String type, String body) {
        List<HeaderLine> headers = new ArrayList<>();
        headers.add(new HeaderLine("Content-Type", type + ";charset=utf-8"));
        headers.add(new HeaderLine("Cache-Control", "no-store"));
        headers.add(new HeaderLine("Access-Control-Allow-Origin", "*"));
        headers.add(new HeaderLine("Cross-Origin-Resource-Policy", "cross-origin"));
        visit.cookiesToSet().forEach(cookie -> headers.add(new HeaderLine("Set-Cookie", line(cookie))));
        return new Reply(status, List.copyOf(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A cookie for use in other sites' pages; browsers take it over https and from localhost only. Partitioned, as
     * embedded players set theirs: it works where other third-party cookies are blocked too.
     */
    private String line(Network.Cookie cookie) {
        boolean first = cookie.equals(visit.host().cookies().get(0));
        String value = first ? visit.visitor().orElseThrow() : "simuliert";
        String life = cookie.days()
                .map(days -> "; Max-Age=" + Duration.ofDays(days).toSeconds())
                .orElse("");
        String asked = HostNames.withoutPort(visit.call().host());
        String domain = visit.host().wide() ? "; Domain=" + asked.substring(asked.indexOf('.') + 1) : "";
        boolean trustworthy = visit.call().scheme().equals("https") || asked.endsWith(".localhost");
        return cookie.name() + "=" + value + "; Path=/; HttpOnly" + domain + life
                + (trustworthy ? "; Secure; SameSite=None; Partitioned" : "");
    }

    private String fill(String fileName) {
        return file(fileName).fill(this::value);
    }

    /** Values are escaped for markup; in scripts and styles only origins are used, which need none. */
    private String value(String name) {
        int colon = name.indexOf(':');
        String argument = name.substring(colon + 1);
        return switch (colon < 0 ? name : name.substring(0, colon)) {
            case "origin" ->
                visit.names()
                        .origin(argument, visit.reached().world(), visit.call().scheme());
            case "picture" -> file(argument).text();
            case "segment" -> escape(visit.segment(Integer.parseInt(argument)));
            case "param" -> escape(visit.parameter(argument).orElse(""));
            case "network" -> escape(visit.network().name());
            case "visitor" -> escape(visit.visitor().orElse("keine"));
            case "referer" -> escape(visit.referer().orElse(NOT_SAID));
            case "page" -> escape(visit.page().orElse(NOT_SAID));
            default -> throw new IllegalStateException("A simulated network's file asks for {{" + name + "}}");
        };
    }

    private static String escape(String text) {
        return Html.text(text).toString();
    }

    private static FileTemplate file(String name) {
        return new FileTemplate(Resources.text("networks/" + name));
    }
}
