package io.github.zweiklick.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header lines of {@code Connection-Allowlist} (Chromium 152 and later; other browsers ignore them). Enforced it stops
 * whatever is not listed, DNS questions and sockets of frames and hints included, and clicks on links as well; therefore
 * what a page links to is listed too.
 *
 * <p>A listed host is open for every kind of contact (measured): networks' hosts are never listed where the list is enforced.
 *
 * @param own hosts of the site, listed on every response
 * @param enforced false: the browser only reports what the list would have stopped
 * @param target who takes reports
 */
public record Allowlist(OwnHosts own, boolean enforced, ReportTarget target) {
    /** The header that stops. */
    public static final String ENFORCED = "Connection-Allowlist";
    /** The header that only reports. */
    public static final String REPORTED = "Connection-Allowlist-Report-Only";

    /** Characters of the longest list: containers refuse to send more than 8 kB of header lines in all. */
    static final int LONGEST = 2_048;

    /** Names without characters that mean something in a URL pattern or would end the string. */
    private static final Pattern LISTABLE = Pattern.compile("(\\*\\.)?[a-z0-9._-]+");

    /** Whether a host can stand in the list; others, such as addresses in brackets, cannot. */
    public static boolean isListable(String host) {
        return LISTABLE.matcher(host).matches();
    }

    /** Whether a page of a site may list these hosts beside the site's own. */
    public static boolean fits(OwnHosts own, Collection<String> hosts) {
        return list(own, hosts).length() <= LONGEST;
    }

    /** Lines for every response, from the start: what the container sends by itself reports at least. */
    public List<HeaderLine> atFirst() {
        return enforced ? List.of() : unknown();
    }

    /** Lines for a response that is no page, to be set. */
    public List<HeaderLine> other() {
        return enforced ? page(Optional.of(List.of())) : List.of();
    }

    /**
     * Lines for a page, to be set.
     *
     * @param hosts its links and forms lead to; empty where that is not known, which leaves the report form
     */
    public List<HeaderLine> page(Optional<? extends Collection<String>> hosts) {
        return hosts.map(known -> list(own, known))
                .filter(list -> list.length() <= LONGEST)
                .map(list -> List.of(new HeaderLine(enforced ? ENFORCED : REPORTED, list + parameters())))
                .orElseGet(this::unknown);
    }

    /** Lines for a page whose links are not known, to be set: links must go on working. */
    public List<HeaderLine> unknown() {
        return List.of(new HeaderLine(REPORTED, list(own, List.of()) + parameters()));
    }

    private static String list(OwnHosts own, Collection<String> hosts) {
        return Stream.concat(own.patterns().stream(), hosts.stream())
                .filter(Allowlist::isListable)
                // Any scheme and port: pages on http are upgraded, and a site's own services stand on ports of their
                // own.
                .map(host -> " \"*://" + host + ":*\"")
                .collect(Collectors.joining("", "(response-origin", ")"));
    }

    /** A redirect is no contact of the page; without this even the way through our own endpoint would fail (measured). */
    private String parameters() {
        return ";redirects=allow;report-to=" + ReportTarget.GROUP;
    }

    /** The line of an airlock's document: its service's hosts in place of the site's. */
    public static HeaderLine ofAirlock(Collection<String> sources) {
        return new HeaderLine(
                ENFORCED,
                sources.stream()
                        .map(source -> " \"" + source + "\"")
                        .collect(Collectors.joining("", "(response-origin", ");redirects=allow")));
    }
}
