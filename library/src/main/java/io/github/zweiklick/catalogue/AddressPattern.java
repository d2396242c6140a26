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
 * @param query query parameter to capture
 * @param required query parameters that must be there, with their pattern (such as {@code output=embed})
 * @param whole capture that takes the whole address, of type ADDRESS
 */
public record AddressPattern(
        List<String> hosts,
        Pattern path,
        Map<String, String> query,
        Map<String, Pattern> required,
        Optional<String> whole) {}
