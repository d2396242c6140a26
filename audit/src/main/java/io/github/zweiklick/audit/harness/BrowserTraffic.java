package io.github.zweiklick.audit.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the browser's own traffic from the page's. A host counts as the browser's own only when it is one of the few that
 * browsers are known to ask on their own account, and no log knows of a page that caused contact with it: what cannot be
 * told apart is the page's.
 */
final class BrowserTraffic {

    private static final Set<String> KNOWN = known();

    private final Set<String> causedByPage;

    BrowserTraffic(List<Sighting> sightings) {
        causedByPage = sightings.stream()
                .filter(sighting -> sighting.cause() == Sighting.Cause.PAGE)
                .map(Sighting::host)
                .collect(Collectors.toSet());
    }

    boolean isOwn(Sighting sighting) {
        return sighting.cause() != Sighting.Cause.PAGE
                && KNOWN.contains(sighting.host())
                && (sighting.cause() == Sighting.Cause.BROWSER || !causedByPage.contains(sighting.host()));
    }

    private static Set<String> known() {
        InputStream resource = Objects.requireNonNull(
                BrowserTraffic.class.getResourceAsStream("browser-hosts.txt"), "browser-hosts.txt is missing");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            Set<String> hosts = new HashSet<>();
            reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(hosts::add);
            return hosts;
        } catch (IOException e) {
            throw new UncheckedIOException("browser-hosts.txt", e);
        }
    }
}
