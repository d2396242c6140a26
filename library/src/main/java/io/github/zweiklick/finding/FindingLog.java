package io.github.zweiklick.finding;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps findings, each once, however many pages show it: a template's fault stands in every page. Logs each once, with the
 * first of its places. Bounded: beyond {@link #CAPACITY} further ones are only counted, and of each {@link #PLACES} places
 * are kept.
 */
public final class FindingLog implements FindingSink {
    /** Most findings kept. */
    public static final int CAPACITY = 1_000;

    /** Most places kept of one finding. */
    public static final int PLACES = 20;

    /** In characters. What is quoted may be a header line of 8 kB, or an address as long. */
    static final int LONGEST_TEXT = 1_000;

    private static final System.Logger LOGGER = System.getLogger("io.github.zweiklick");

    private final InstantSource clock;
    private final Map<Finding, Entry> entries = new LinkedHashMap<>();
    private long omitted;

    private static final class Entry {
        final Set<String> places = new LinkedHashSet<>();
        final Instant first;
        Instant last;
        boolean morePlaces;
        long count;

        Entry(Instant first) {
            this.first = first;
            this.last = first;
        }

        void add(String place, Instant now) {
            count++;
            last = now;
            if (places.size() < PLACES) {
                places.add(place);
            } else {
                morePlaces |= !places.contains(place);
            }
        }
    }

    /** An empty log. */
    public FindingLog() {
        this(Clock.systemUTC());
    }

    /** @param clock tells when findings are met */
    public FindingLog(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void report(Finding finding) {
        if (keep(finding)) {
            LOGGER.log(
                    level(finding),
                    "{0} at {1}: {2} {3}",
                    finding.kind(),
                    line(finding.place()),
                    sentence(finding.message()),
                    sentence(finding.remedy()));
        }
    }

    private static Level level(Finding finding) {
        return switch (finding.kind()) {
            case UNPROTECTED_PAGE -> finding.observed() ? Level.WARNING : Level.ERROR;
            case REPLACEMENT, NO_ALTERNATIVE -> Level.INFO;
            default -> Level.WARNING;
        };
    }

    /** All findings kept, at each place kept, the oldest first. */
    public synchronized List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        entries.forEach((key, entry) -> entry.places.forEach(place -> all.add(key.at(place))));
        return List.copyOf(all);
    }

    /** All findings kept, the oldest first. */
    public synchronized List<Tally> tallies() {
        List<Tally> all = new ArrayList<>();
        entries.forEach((key, entry) -> {
            List<String> places = List.copyOf(entry.places);
            all.add(new Tally(key.at(places.get(0)), places, entry.morePlaces, entry.count, entry.first, entry.last));
        });
        return List.copyOf(all);
    }

    /** How many reports found no room. */
    public synchronized long omitted() {
        return omitted;
    }

    /** Forgets what holds no longer, place by place; what is met again is kept and logged again. */
    public synchronized void forget(Predicate<Finding> gone) {
        entries.entrySet().removeIf(entry -> {
            entry.getValue().places.removeIf(place -> gone.test(entry.getKey().at(place)));
            return entry.getValue().places.isEmpty();
        });
        omitted = 0;
    }

    /** Whether it is to be logged. */
    private synchronized boolean keep(Finding finding) {
        Finding key = new Finding(
                finding.kind(),
                "",
                bounded(finding.message()),
                bounded(finding.remedy()),
                finding.host().map(FindingLog::bounded),
                finding.observed());
        Entry entry = entries.get(key);
        if (entry == null && entries.size() >= CAPACITY) {
            omitted++;
            return false;
        }
        Instant now = clock.instant();
        if (entry != null) {
            entry.add(bounded(finding.place()), now);
            return false;
        }
        Entry met = new Entry(now);
        met.add(bounded(finding.place()), now);
        entries.put(key, met);
        return true;
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "\u2026";
    }

    private static String sentence(String text) {
        String line = line(bounded(text));
        return line.endsWith(".") ? line : line + ".";
    }

    /** One line, since quoted input must not forge log lines. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }
}
