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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells the browser's own traffic from the page's. A host counts as the browser's own only when it is one of the few that
 * browsers are known to ask on their own account, and no log knows of a page that caused contact with it: what cannot be
 * told apart is the page's.
 */
final class BrowserTraffic {

    private static final String NETLOG_ONLY = "netlog ";
    private static final Set<String> LISTED = listed();

    private final Set<String> causedByPage;
    private final Set<String> knownToLog;

    BrowserTraffic(List<Sighting> sightings) {
        causedByPage = hosts(sightings, sighting -> sighting.cause() == Sighting.Cause.PAGE);
        knownToLog = hosts(sightings, sighting -> sighting.witness() == Witness.NETLOG);
    }

    private static Set<String> hosts(List<Sighting> sightings, Predicate<Sighting> which) {
        return sightings.stream().filter(which).map(Sighting::host).collect(Collectors.toSet());
    }

    private boolean isListed(String host) {
        return LISTED.contains(host) || (LISTED.contains(NETLOG_ONLY + host) && knownToLog.contains(host));
    }

    boolean isOwn(Sighting sighting) {
        return sighting.cause() != Sighting.Cause.PAGE
                && isListed(sighting.host())
                && (sighting.cause() == Sighting.Cause.BROWSER || !causedByPage.contains(sighting.host()));
    }

    private static Set<String> listed() {
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
