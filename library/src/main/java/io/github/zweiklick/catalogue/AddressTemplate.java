package io.github.zweiklick.catalogue;

import java.util.Map;

/**
 * Builds an address from captures.
 *
 * @param base scheme, host and path; {@code {name}} is replaced by the capture, percent-encoded
 *     ({@code {+name}} as it is, for captures that are whole addresses or hosts)
 * @param query parameters in their order; a parameter whose value names an absent capture is left out
 */
public record AddressTemplate(String base, Map<String, String> query) {

    /** CONTRACT STUB. */
    public String expand(Map<String, String> captures) {
        throw new UnsupportedOperationException(captures.toString());
    }
}
