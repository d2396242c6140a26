package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests as a browser makes them, each part changeable. Immutable. */
record Requests(String method, String address, Map<String, String> headers, String body) {
    static final String BASE = "/stadt/zweiklick";
    private static final String SITE = "https://www.musterstadt.example";

    /** What Chromium posts after a click on a button in a page of the site. */
    static Requests click(String query) {
        return new Requests(
                "POST",
                SITE + BASE + "/airlock?" + query,
                Map.of(
                        "content-type", "application/x-www-form-urlencoded",
                        "sec-fetch-site", "same-origin",
                        "sec-fetch-user", "?1",
                        "sec-fetch-dest", "iframe",
                        "sec-ch-ua", "\"Chromium\";v=\"156\"",
                        "origin", SITE,
                        "referer", SITE + "/stadt/aktuelles?seite=2",
                        "accept-language", "de"),
                "scope=once");
    }

    static Requests get(String pathAndQuery) {
        return new Requests("GET", SITE + BASE + pathAndQuery, Map.of("accept-language", "de"), "");
    }

    Requests method(String changed) {
        return new Requests(changed, address, headers, body);
    }

    Requests body(String changed) {
        return new Requests(method, address, headers, changed);
    }

    Requests with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name.toLowerCase(Locale.ROOT), value);
        return new Requests(method, address, changed, body);
    }

    Requests without(String... names) {
        Map<String, String> changed = new TreeMap<>(headers);
        for (String name : names) {
            changed.remove(name.toLowerCase(Locale.ROOT));
        }
        return new Requests(method, address, changed, body);
    }

    Request build() {
        WebUrl url = WebUrl.parse(address).orElseThrow();
        return new Request(
                method,
                url.path().substring(BASE.length()),
                url,
                name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
