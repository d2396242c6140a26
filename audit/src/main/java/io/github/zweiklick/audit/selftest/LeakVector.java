package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way to make a browser contact a host of its own.
 *
 * @param name first label of that host's name; stable, for translations and documents
 * @param place where its code belongs
 * @param moment when it contacts
 * @param levels how far contact goes at most, as measured; empty: this browser contacts nobody
 * @param needsNamespace whether only a network namespace can show it: names, datagrams, ports of their own
 * @param address of the host, where it is named by that and not by a name
 * @param cloaked whether the page asks for a name of the site that is an alias of the host (CNAME)
 * @param code markup, script or header lines; {@code HOST} stands for the host, {@code OWN} for the page's
 * @param answers of the page's own host, by path
 * @param why this browser contacts nobody by it, where known
 * @param english what it is
 * @param german what it is
 */
public record LeakVector(
        String name,
        Place place,
        Moment moment,
        Set<Level> levels,
        boolean needsNamespace,
        Optional<String> address,
        boolean cloaked,
        String code,
        Map<String, LeakAnswer> answers,
        Optional<String> why,
        String english,
        String german) {

    /** Where a vector's code belongs. */
    public enum Place {
        /** Lines of the answer's header. */
        HEADER,
        HEAD,
        BODY,
        /** A script of its own at the body's end. */
        SCRIPT
    }

    public LeakVector {
        levels = Set.copyOf(levels);
        answers = Map.copyOf(answers);
    }
}
