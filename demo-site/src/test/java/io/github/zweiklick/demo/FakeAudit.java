package io.github.zweiklick.demo;

import java.nio.file.Path;
import java.util.List;

/** Stands in for the audit's command: says what it was told to, in the shape of docs/measuring.md. */
final class FakeAudit {
    private FakeAudit() {}

    /** The command that contacts these hosts, and none on a page that is protected. */
    static List<String> command(String... hosts) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeAudit.class.getName(),
                String.join(",", hosts));
    }

    /** Hosts, then the audit's own arguments, the page's address last. */
    public static void main(String[] arguments) {
        String url = arguments[arguments.length - 1];
        if (arguments[0].isEmpty()) {
            System.err.println("Could not test: Chromium and its driver are missing");
            System.exit(2);
        }
        if (url.endsWith("/fort")) {
            System.err.println("Could not test: " + url + ": the site answered with status 404");
            System.exit(2);
        }
        String shown = url.endsWith("/umgezogen") ? url.replace("localhost", "www.localhost") : url;
        boolean today = url.contains("localhost");
        StringBuilder contacts = new StringBuilder();
        for (String host : today ? arguments[0].split(",") : new String[0]) {
            for (String level : List.of("request", "dns")) {
                contacts.append(contacts.isEmpty() ? "" : ",").append("""
                        {"host": "%s", "level": "%s", "phase": "load", "witness": "netlog",
                         "time": "2026-11-29T04:00:01Z", "detail": ""}
                        """.formatted(host, level));
            }
        }
        System.out.println("""
                {"audit": 2, "setup": {"browser": "Chromium 1"}, "pages": [{"url": "%1$s", "shown": "%3$s",
                 "started": "2026-11-29T04:00:00Z", "ended": "2026-11-29T04:00:09Z", "contacts": [%2$s],
                 "firstParty": [], "browserOwn": [], "untested": [
                  {"kind": "not-at-rest", "text": "the page did not come to rest (12 s)", "detail": "12 s"},
                  {"kind": "tides", "text": "the tides"}]}]}
                """.formatted(url, contacts, shown));
        System.exit(today ? 1 : 0);
    }
}
