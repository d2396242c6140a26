package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.catalogue.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of {@code inspection.json}, with its names as they are spelt there. */
record InspectionParts(JsonOut json, Inspection seen, Instant started) {
    private static final String LIST = "zweiklick catalogue";
    private static final double HUNDREDTH_OF_A_DAY = Duration.ofDays(1).toSeconds() / 100.0;

    void write() {
        json.object("localStorage", this::localStorage);
        json.list("cookies", seen.cookies.values(), this::cookie);
        json.list("beacons", seen.beacons.values(), this::beacon);
        json.object(
                "links",
                () -> json.list("firstParty", List.of(), link -> {})
                        .list("thirdParty", seen.links.entrySet(), this::link)
                        .list(
                                "social",
                                seen.links.entrySet().stream()
                                        .filter(link -> seen.role(
                                                        link.getValue().host())
                                                .filter(Service.Role.NETWORK::equals)
                                                .isPresent())
                                        .toList(),
                                this::link)
                        .list("keywords", List.of(), link -> {}));
        json.list("unsafeForms", List.of(), form -> {});
        json.object("hosts", () -> {
            parties("requests", seen.requests);
            parties("beacons", seen.beaconHosts);
            parties("cookies", seen.cookieHosts);
            parties("localStorage", seen.storageHosts);
            parties("links", seen.linkHosts);
            parties("contactedWithoutRequest", seen.unrequested);
        });
        json.object("websocketLog", this::sockets);
    }

    private void parties(String name, Inspection.Parties parties) {
        json.object(name, () -> json.plains("firstParty", parties.first()).plains("thirdParty", parties.third()));
    }

    private void localStorage() {
        seen.localStorage.forEach((origin, keys) -> json.object(Plain.text(Masking.page(origin)), () -> {
            Set<String> named = new LinkedHashSet<>();
            keys.forEach(key -> named.add(Plain.text(Masking.text(key))));
            named.forEach(key -> json.object(key, () -> json.flag("firstPartyStorage", seen.isOwnOrigin(origin))));
        }));
    }

    private void cookie(Inspection.Cookie cookie) {
        json.text("name", cookie.name().name())
                .plain("domain", cookie.name().domain())
                .plain("path", "");
        cookie.expires()
                .ifPresent(end -> json.number("expires", end.getEpochSecond())
                        .flag("session", false)
                        .time("expiresUTC", end)
                        .number("expiresDays", days(end)));
        if (cookie.stored() && cookie.expires().isEmpty()) {
            json.number("expires", -1).flag("session", true);
        }
        cookie.written()
                .ifPresent(time -> json.object(
                        "log",
                        () -> json.list("stack", List.of(), frame -> {})
                                .time("timestamp", time)
                                .page("location", cookie.page())));
        json.flag("firstPartyStorage", cookie.own());
    }

    private double days(Instant end) {
        return Math.round((end.getEpochSecond() - started.getEpochSecond()) / HUNDREDTH_OF_A_DAY) / 100.0;
    }

    private void beacon(Inspection.Beacon beacon) {
        json.plain("filter", beacon.host())
                .plain("listName", LIST)
                .nothing("query")
                .address("url", beacon.url())
                .object("log", () -> json.list("stack", List.of(), frame -> {}).time("timestamp", beacon.time()))
                .number("occurrances", beacon.count());
    }

    private void link(Map.Entry<String, PageFacts.Link> link) {
        json.address("href", link.getKey())
                .text("inner_text", link.getValue().text())
                .plain("inner_html", "");
    }

    private void sockets() {
        Map<String, Inspection.Socket> numbered = new LinkedHashMap<>();
        seen.sockets.forEach(socket -> numbered.put(Integer.toString(numbered.size() + 1), socket));
        numbered.forEach((number, socket) -> json.object(
                number,
                () -> json.time("timestamp", socket.time())
                        .address("url", socket.url())
                        .list("messages", List.of(), message -> {})));
    }
}
