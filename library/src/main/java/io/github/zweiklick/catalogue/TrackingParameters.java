package io.github.zweiklick.catalogue;

import java.util.Locale;
import java.util.Set;

/** Parameters that say who shared an address where and lead nowhere else (Art. 5(1)(c) GDPR). */
public final class TrackingParameters {
    private static final Set<String> NAMES = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igsh",
            "igshid",
            "mibextid",
            "rdid",
            "share_url",
            "ref",
            "refsrc",
            "ref_src",
            "ref_url",
            "hc_location",
            "hc_ref",
            "mc_cid",
            "mc_eid",
            "_rdr",
            "_rdc");
    private static final String[] PREFIXES = {"utm_", "__cft__", "__tn__", "__xts__", "pk_", "mtm_"};

    private TrackingParameters() {}

    /** Whether a parameter is one of them. */
    public static boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (NAMES.contains(lower)) {
            return true;
        }
        for (String prefix : PREFIXES) {
            if (lower.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
