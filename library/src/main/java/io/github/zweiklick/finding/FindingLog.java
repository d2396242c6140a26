package io.github.zweiklick.finding;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps findings, each once. Logs each once as well, and what is found in many pages only for the first of them: a
 * template's fault stands in every page. Bounded: beyond {@link #CAPACITY} further ones are only counted.
 */
public final class FindingLog implements FindingSink {
    /** Most findings kept. */
    public static final int CAPACITY = 1_000;

    private static final System.Logger LOGGER = System.getLogger("io.github.zweiklick");

    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> logged = new HashSet<>();
    private long omitted;

    /** An empty log. */
    public FindingLog() {}

    @Override
    public void report(Finding finding) {
        if (keep(finding)) {
            LOGGER.log(
                    finding.kind() == Finding.Kind.UNPROTECTED_PAGE ? Level.ERROR : Level.WARNING,
                    "{0} at {1}: {2} {3}",
                    finding.kind(),
                    finding.place(),
                    sentence(finding.message()),
                    sentence(finding.remedy()));
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

    /** Whether it is to be logged. */
    private synchronized boolean keep(Finding finding) {
        if (findings.contains(finding)) {
            return false;
        }
        if (findings.size() >= CAPACITY) {
            omitted++;
            return false;
        }
        findings.add(finding);
        return logged.add(finding.kind() + finding.message());
    }

    /** One line, since quoted input must not forge log lines; with its full stop. */
    private static String sentence(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
