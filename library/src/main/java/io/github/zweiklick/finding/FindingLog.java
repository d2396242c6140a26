package io.github.zweiklick.finding;

import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps findings, each once, and logs each once. Bounded: beyond {@link #CAPACITY} further ones are only counted. */
public final class FindingLog implements FindingSink {
    /** Most findings kept. */
    public static final int CAPACITY = 1_000;

    private static final System.Logger LOGGER = System.getLogger("io.github.zweiklick");

    private final Set<Finding> findings = new LinkedHashSet<>();
    private long omitted;

    /** An empty log. */
    public FindingLog() {}

    @Override
    public void report(Finding finding) {
        if (keep(finding)) {
            LOGGER.log(
                    finding.kind() == Finding.Kind.UNPROTECTED_PAGE ? Level.ERROR : Level.WARNING,
                    "{0} at {1}: {2}. {3}.",
                    finding.kind(),
                    finding.place(),
                    singleLine(finding.message()),
                    finding.remedy());
        }
    }

    /** All findings kept, the oldest first. */
    public synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** How many reports found no room. */
    public synchronized long omitted() {
        return omitted;
    }

    private synchronized boolean keep(Finding finding) {
        if (findings.contains(finding)) {
            return false;
        }
        if (findings.size() >= CAPACITY) {
            omitted++;
            return false;
        }
        return findings.add(finding);
    }

    /** Quoted input must not forge log lines. */
    private static String singleLine(String message) {
        return message.replaceAll("\\p{Cntrl}+", " ");
    }
}
