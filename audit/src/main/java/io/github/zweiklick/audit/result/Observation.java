package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing found on a page.
 *
 * @param page the page's address
 * @param step when; empty where it is about the page as such
 * @param subject the host, cookie, service or element it is about; never a value of a cookie
 * @param details what else is known, in the words of the page or the browser
 * @param in the browser in which it was found; empty: the first
 * @param also browsers in which the same was found
 */
public record Observation(
        Kind kind,
        String page,
        Optional<Step> step,
        String subject,
        List<String> details,
        Optional<SecondBrowser> in,
        List<SecondBrowser> also) {

    /**
     * What can be found. The numbers are the demands' rows in {@code law.md} and in the report's appendix.
     */
    public enum Kind {
        /** A foreign host was contacted before the visitor said anything. */
        CONTACT(Weight.CONTACT, 1, 2),
        /** A foreign host was contacted after the consent was taken back. */
        CONTACT_AFTER_WITHDRAWAL(Weight.CONTACT, 11),
        /** After consent to a service, a host was contacted that is not declared for it. */
        UNDECLARED_HOST(Weight.UNDECLARED, 6, 7),
        /** After consent, a cookie was stored that is not declared for the service. */
        UNDECLARED_COOKIE(Weight.UNDECLARED, 8),
        /** Something was stored before the visitor said anything. */
        STORAGE(Weight.STORAGE, 3, 4),
        /** What consent stored was still there after it was taken back. */
        STORAGE_AFTER_WITHDRAWAL(Weight.STORAGE, 11),
        /** A foreign host was told the page's address. */
        PAGE_ADDRESS_SENT(Weight.CONTACT, 17),
        /** There is no way on the page to see and take back what was allowed. */
        NO_SETTINGS(Weight.PATTERN, 11),
        /** Consent is given before the visitor acts. */
        PRESELECTED(Weight.PATTERN, 5),
        /** The two buttons differ in size or stand out differently. */
        UNEQUAL_BUTTONS(Weight.PATTERN, 10),
        /** Taking back took more clicks than consenting, or could not be done. */
        HARD_TO_WITHDRAW(Weight.PATTERN, 11),
        /** The page has no Content-Security-Policy, or one that lets other hosts in. */
        WEAK_POLICY(Weight.POLICY, 16),
        /** The page lets its address be sent to other sites. */
        REFERRER_POLICY(Weight.POLICY, 17),
        /** A link leads to another provider and does not say so. */
        UNMARKED_LINK(Weight.PATTERN, 21),
        /** What is told of a service was checked too long ago. */
        STALE_FACTS(Weight.PATTERN, 19);

        private final Weight weight;

        @SuppressWarnings("ImmutableEnumChecker") // List.of is
        private final List<Integer> demands;

        Kind(Weight weight, Integer... demands) {
            this.weight = weight;
            this.demands = List.of(demands);
        }

        public Weight weight() {
            return weight;
        }

        /** Rows of the table of demands, from 1. */
        public List<Integer> demands() {
            return demands;
        }
    }

    /** What an observation is about, from what weighs most. */
    public enum Weight {
        CONTACT,
        STORAGE,
        UNDECLARED,
        PATTERN,
        POLICY
    }

    public Observation {
        details = List.copyOf(details);
        also = List.copyOf(also);
    }

    /** Found in the first browser. */
    public Observation(Kind kind, String page, Optional<Step> step, String subject, List<String> details) {
        this(kind, page, step, subject, details, Optional.empty(), List.of());
    }

    /** The same, found in another browser and not in the first. */
    public Observation foundIn(SecondBrowser browser) {
        return new Observation(kind, page, step, subject, details, Optional.of(browser), also);
    }

    /** The same, found in another browser as well. */
    public Observation andIn(SecondBrowser browser) {
        List<SecondBrowser> more = new ArrayList<>(also);
        if (!more.contains(browser)) {
            more.add(browser);
        }
        return new Observation(kind, page, step, subject, details, in, more);
    }

    /** Browsers beside the first in which it was found. */
    public List<SecondBrowser> others() {
        return Stream.concat(in.stream(), also.stream()).toList();
    }

    @Override
    public String toString() {
        return kind + " " + subject + step.map(when -> " in " + when).orElse("") + " on " + page + " " + details
                + (others().isEmpty() ? "" : (in.isEmpty() ? " also in " : " in ") + others());
    }
}
