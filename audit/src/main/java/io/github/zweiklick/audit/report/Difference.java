package io.github.zweiklick.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What differs in how two audits were made.
 *
 * @param member of the setup as {@code audit.json} names it, {@code options.gpc} for one of the options
 * @param earlier value as JSON; empty where the earlier audit does not say
 * @param later value as JSON; empty where the later audit does not say
 * @param kind what it means for a comparison
 */
public record Difference(String member, String earlier, String later, Kind kind) {

    private static final String HASH = "hash";

    /** What a difference means. */
    public enum Kind {
        /** Other things are seen for this reason alone: the two cannot be compared. */
        MATTERS,
        /** They can, and whoever reads the comparison must know. */
        TO_BE_KNOWN
    }

    static List<Difference> between(Map<String, String> earlier, Map<String, String> later) {
        TreeSet<String> members = new TreeSet<>(earlier.keySet());
        members.addAll(later.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String member : members) {
            String before = earlier.getOrDefault(member, "");
            String after = later.getOrDefault(member, "");
            if (!member.equals(HASH) && !before.equals(after)) {
                differences.add(new Difference(member, before, after, kind(member, before, after)));
            }
        }
        String sum = earlier.getOrDefault(HASH, "");
        String other = later.getOrDefault(HASH, "");
        if (differences.isEmpty() && !sum.equals(other)) {
            // The sum covers what this version does not write down: no reason to think it harmless.
            differences.add(new Difference(HASH, sum, other, Kind.MATTERS));
        }
        return differences;
    }

    /** What is not known to be harmless matters. */
    private static Kind kind(String member, String earlier, String later) {
        return switch (member) {
            case "audit", "system", "trusted", "selfTest", "configuration" -> Kind.TO_BE_KNOWN;
            case "browser" -> name(earlier).equals(name(later)) ? Kind.TO_BE_KNOWN : Kind.MATTERS;
            default -> Kind.MATTERS;
        };
    }

    /** A browser's name without its version. */
    private static String name(String browser) {
        int space = browser.indexOf(' ');
        return space < 0 ? browser : browser.substring(0, space);
    }

    /** In English. */
    @Override
    public String toString() {
        return member + ": " + said(earlier) + " then, " + said(later) + " now"
                + (member.equals("trusted") ? " (what was found of these hosts is new or gone for this reason)" : "");
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : Plain.line(value);
    }
}
