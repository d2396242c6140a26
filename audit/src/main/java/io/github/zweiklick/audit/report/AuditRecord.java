package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an audit can be compared with another, as its {@code audit.json} has it: addresses and texts are masked.
 *
 * @param setup members of the setup and its options ({@code options.gpc}) by name, values as JSON
 * @param pages in their order
 */
public record AuditRecord(Instant started, Map<String, String> setup, List<Page> pages) {

    public AuditRecord {
        setup = Map.copyOf(setup);
        pages = List.copyOf(pages);
    }

    /**
     * One page.
     *
     * @param url masked: two pages that differ only in what is masked have the same
     * @param tested false where it could not be tested, or not to the end
     * @param untested kinds of what could not be observed
     */
    public record Page(String url, boolean tested, Set<String> untested, Set<Host> hosts, Set<Observed> observations) {

        public Page {
            untested = Set.copyOf(untested);
            hosts = Set.copyOf(hosts);
            observations = Set.copyOf(observations);
        }
    }

    /** When a host was contacted, so coarsely that a page which takes its time does not differ from itself. */
    public enum Stage {
        /** While loading, scrolling, pointing and waiting. */
        BEFORE_CONSENT,
        CONSENT,
        WITHDRAW,
        RELOAD,
        LEAVE;

        static Stage of(Phase phase) {
            return switch (phase) {
                case LOAD, SCROLL, HOVER, IDLE -> BEFORE_CONSENT;
                case CONSENT -> CONSENT;
                case WITHDRAW -> WITHDRAW;
                case RELOAD -> RELOAD;
                case LEAVE -> LEAVE;
            };
        }
    }

    /**
     * A foreign host that was contacted.
     *
     * @param about the service consented to; empty where it is about the whole page
     */
    public record Host(String page, String host, Stage stage, String about) {}

    /**
     * Something found. Details, such as times and sizes, are not part of it.
     *
     * @param kind as {@code audit.json} writes it
     * @param about the service consented to; empty where it is about the whole page
     */
    public record Observed(String page, String kind, String subject, String about) {}
}
