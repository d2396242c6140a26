package io.github.zweiklick.page;

import java.util.Arrays;

/** Sees of an address as it stands in a page that it is none of our own endpoints. */
final class EndpointProbe {
    private EndpointProbe() {}

    /** Whether an address may be one of our own endpoints; servers decode, and drop repeated slashes. */
    static boolean mayBe(byte[] endpoint, byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c == '%' || c == '&' || c == '\\' || (c >= 0 && c < ' ')) {
                return true;
            }
            if (endpoint.length == 0) {
                return true;
            }
            if (c == endpoint[0]
                    && i + endpoint.length <= to
                    && Arrays.equals(b, i, i + endpoint.length, endpoint, 0, endpoint.length)) {
                return true;
            }
        }
        return false;
    }
}
