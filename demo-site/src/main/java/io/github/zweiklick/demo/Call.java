package io.github.zweiklick.demo;

import java.util.Optional;
import java.util.function.Function;

/**
 * A request to a simulated network, free of any server's API.
 *
 * @param scheme {@code http} or {@code https}, as the browser has it
 * @param host the Host header, with or without port
 * @param path raw, beginning with a slash
 * @param query raw, without question mark, empty where there is none
 * @param header first value of a header by name, whatever the case; empty where absent
 */
public record Call(String scheme, String host, String path, String query, Function<String, Optional<String>> header) {}
