package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises addresses.
 *
 * @param hosts host patterns; the single entry {@code {host}} stands for any host, captured under that name
 * @param path must match the whole percent-encoded path; its named groups are captures
 * @param query query parameter to capture; a name that begins with a hash is read from the fragment ({@code #t}); where
 *     two parameters fill one capture, the first in this order whose value is acceptable
 * @param required query parameters that must be there, with the pattern their whole value must match (such as
 *     {@code output=embed}); its named groups are captures
 * @param whole capture that takes the whole address, of type ADDRESS
 */
public record AddressPattern(
        List<String> hosts,
        Pattern path,
        Map<String, String> query,
        Map<String, Pattern> required,
        Optional<String> whole) {

    public AddressPattern {
        hosts = List.copyOf(hosts);
        query = Ordered.copy(query);
        required = Ordered.copy(required);
    }

    /** Whether it is for any host, the host being a capture. */
    boolean isForChosenHost() {
        return hosts.contains(HostPatterns.CHOSEN);
    }
}
