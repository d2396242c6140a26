package io.github.zweiklick.page;

import io.github.zweiklick.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a page, and where its links and forms lead.
 *
 * @param linkedHosts foreign hosts, lower case, each of which may stand in a list; empty where they are not known, or where the
 *     page must not be held to a list of them
 * @param lifetime how long the page may be kept by browsers and caches; empty where nothing in it bounds that
 * @param findings what was reported of it
 */
public record LinkedPage(
        Rewrite rewrite, Optional<Set<String>> linkedHosts, Optional<Duration> lifetime, List<Finding> findings) {}
