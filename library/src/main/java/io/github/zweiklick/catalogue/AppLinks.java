package io.github.zweiklick.catalogue;

import java.util.List;

/** Links that lead out of the browser, to an app of the visitor's: no server hears of them before it sends something. */
public final class AppLinks {
    /** All there are, for apps are started by whatever stands in a link. */
    static final List<String> BASES = List.of("mailto:", "sms:?", "threema://compose");

    private AppLinks() {}

    /** Whether an address is one. */
    public static boolean is(String address) {
        return BASES.stream().anyMatch(base -> address.regionMatches(true, 0, base, 0, base.length()));
    }
}
