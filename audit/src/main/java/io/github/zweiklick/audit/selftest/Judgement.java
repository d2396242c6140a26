package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares what the servers saw with what a visit of the open web would have reported: contacts that only the browser's log
 * knows of, and that were taken neither for the site's own nor for the browser's.
 */
final class Judgement {

    /** A server may be slow to notice what the browser did at a phase's end. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    private static final Set<Level> WITHOUT_NAMESPACE = EnumSet.of(Level.SOCKET, Level.REQUEST);

    private final List<Contact> seen = new ArrayList<>();
    private final List<Contact> reported;

    Judgement(ContactReport report) {
        this(report, contact -> true);
    }

    /** @param read which of the log's contacts are; tests leave some out */
    Judgement(ContactReport report, Predicate<Contact> read) {
        for (List<Contact> part : List.of(report.contacts(), report.firstParty(), report.browserOwn())) {
            part.stream().filter(contact -> contact.witness() != Witness.NETLOG).forEach(seen::add);
        }
        reported = report.contacts().stream()
                .filter(contact -> contact.witness() == Witness.NETLOG && read.test(contact))
                .toList();
    }

    /**
     * What came of a vector.
     *
     * @param names its host's name, and its address: a contact may be reported by either
     */
    VectorResult of(String page, LeakVector vector, Set<String> names, Mode mode) {
        if (mode == Mode.LOOPBACK && needsNamespace(vector)) {
            return new VectorResult(page, vector.name(), Outcome.NOT_TESTED, Set.of(), Set.of());
        }
        Set<Reach> steps = new TreeSet<>();
        Set<Reach> missed = new TreeSet<>();
        for (Contact contact : seen) {
            if (names.contains(contact.host())) {
                Reach step = new Reach(contact.phase(), contact.level());
                steps.add(step);
                if (reported.stream().noneMatch(told -> names.contains(told.host()) && tells(told, contact))) {
                    missed.add(step);
                }
            }
        }
        Outcome outcome = !missed.isEmpty() ? Outcome.MISSED : steps.isEmpty() ? Outcome.NOBODY : Outcome.REPORTED;
        return new VectorResult(page, vector.name(), outcome, steps, missed);
    }

    private static boolean needsNamespace(LeakVector vector) {
        boolean visible = vector.levels().isEmpty() || vector.levels().stream().anyMatch(WITHOUT_NAMESPACE::contains);
        return vector.needsNamespace() || !visible;
    }

    private static boolean tells(Contact told, Contact contact) {
        Duration late = Duration.between(told.time(), contact.time());
        return told.level() == contact.level()
                && (told.phase() == contact.phase() || (!late.isNegative() && late.compareTo(LATENESS) < 0));
    }
}
