package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.TrustedHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/**
 * What a list of audits tells of one, as its {@code audit.json} has it.
 *
 * @param stopped why it ended before all pages were visited, in English
 * @param proven whether its browser is known to be seen through
 * @param first address of the first page; empty where there is none
 * @param pages that were to be visited
 * @param tested of which something can be said to their end
 * @param without foreign hosts contacted without consent
 * @param after foreign hosts contacted after a withdrawal
 * @param trusted hosts admitted beforehand that were contacted
 * @param others things found that are no contact without consent
 */
public record AuditSummary(
        Instant started,
        Instant ended,
        Optional<String> stopped,
        boolean proven,
        String fileNumber,
        String occasion,
        String examiner,
        String browser,
        String first,
        int pages,
        int tested,
        Set<String> without,
        Set<String> after,
        Set<String> trusted,
        int others) {

    public AuditSummary {
        without = Set.copyOf(without);
        after = Set.copyOf(after);
        trusted = Set.copyOf(trusted);
    }

    /** @throws IOException when it cannot be read, or is none of this version; the message says which */
    public static AuditSummary read(Path file) throws IOException {
        return JsonWalk.through(file, walk -> new Reader(walk).read());
    }

    /** Nothing was seen, and that proves nothing. */
    public boolean isImpossible() {
        return (tested == 0 || !proven) && without.isEmpty() && after.isEmpty();
    }

    public boolean isWhole() {
        return tested == pages;
    }

    private static final class Reader {
        private final JsonWalk walk;
        private Instant started = Instant.EPOCH;
        private Instant ended = Instant.EPOCH;
        private Optional<String> stopped = Optional.empty();
        private boolean proven;
        private String fileNumber = "";
        private String occasion = "";
        private String examiner = "";
        private String browser = "";
        private String first = "";
        private int pages;
        private int tested;
        private final Set<String> without = new TreeSet<>();
        private final Set<String> after = new TreeSet<>();
        private final List<TrustedHost> admitted = new ArrayList<>();
        private final Set<String> trusted = new TreeSet<>();
        private final Set<String> others = new HashSet<>();

        private Reader(JsonWalk walk) {
            this.walk = walk;
        }

        private AuditSummary read() {
            walk.document(this::member);
            return new AuditSummary(
                    started,
                    ended,
                    stopped,
                    proven,
                    fileNumber,
                    occasion,
                    examiner,
                    browser,
                    first,
                    pages,
                    tested,
                    without,
                    after,
                    trusted,
                    others.size());
        }

        private void member(String name) {
            switch (name) {
                case "started" -> started = Instant.parse(walk.text());
                case "ended" -> ended = Instant.parse(walk.text());
                case "stopped" -> stopped = Optional.of(walk.text());
                case "file" -> {
                    JsonNode file = walk.tree();
                    fileNumber = file.path("fileNumber").asString("");
                    occasion = file.path("occasion").asString("");
                    examiner = file.path("examiner").asString("");
                }
                case "setup" -> {
                    JsonNode setup = walk.tree();
                    browser = setup.path("browser").asString("");
                    setup.path("trusted")
                            .forEach(host -> admitted.add(new TrustedHost(JsonWalk.text(host, "host"), "")));
                    proven = setup.path("selfTest").path("passed").asBoolean(false);
                }
                case "pages" -> walk.each(this::page);
                case "notVisited" -> pages += walk.count();
                default -> walk.skip();
            }
        }

        private void page() {
            pages++;
            AtomicBoolean good = new AtomicBoolean(true);
            walk.members(name -> {
                switch (name) {
                    case "url" -> first = first.isEmpty() ? walk.text() : first;
                    case "failure" -> good.set(false);
                    case "untested" ->
                        walk.each(() -> {
                            if (JsonWalk.text(walk.tree(), "kind").equals("everything")) {
                                good.set(false);
                            }
                        });
                    case "opinions" ->
                        walk.each(() -> walk.tree().path("contacts").forEach(this::contact));
                    case "contacts" -> walk.each(() -> contact(walk.tree()));
                    case "observations" -> walk.each(() -> observation(walk.tree()));
                    default -> walk.skip();
                }
            });
            tested += good.get() ? 1 : 0;
        }

        private void contact(JsonNode contact) {
            String host = JsonWalk.text(contact, "host");
            if (admitted.stream().anyMatch(one -> one.covers(host))) {
                trusted.add(host);
            }
        }

        private void observation(JsonNode seen) {
            String subject = JsonWalk.text(seen, "subject");
            switch (JsonWalk.text(seen, "kind")) {
                case "contact" -> without.add(subject);
                case "contact-after-withdrawal" -> after.add(subject);
                default -> others.add(JsonWalk.text(seen, "kind") + " " + subject);
            }
        }
    }
}
