package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.Checks;
import io.github.zweiklick.audit.result.AuditVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that was scanned, in the order asked for. */
public record ScanResult(List<Scanned> scanned, Instant began, Duration took) {

    public ScanResult {
        scanned = List.copyOf(scanned);
    }

    public Checks checks() {
        return new Checks(
                "scan",
                AuditVersion.NUMBER,
                ScanRules.all(),
                scanned.stream().map(Scanned::checked).toList(),
                began,
                took);
    }

    /** Parts and header lines that are foreign, notes apart. */
    public long foreign() {
        return scanned.stream()
                .flatMap(one -> one.found().stream())
                .filter(found -> found.problem().isFailure())
                .count();
    }

    /** Foreign hosts, those that are named most first. */
    public List<String> hosts() {
        Map<String, Integer> times = new TreeMap<>();
        scanned.stream()
                .flatMap(one -> one.found().stream())
                .flatMap(found -> found.part().stream())
                .flatMap(part -> part.hosts().stream())
                .forEach(host -> times.merge(host, 1, Integer::sum));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(host -> host.getKey() + " (" + host.getValue() + ")")
                .toList();
    }

    public long failed() {
        return scanned.stream().filter(one -> one.error().isPresent()).count();
    }
}
