package io.github.zweiklick.share;

import io.github.zweiklick.catalogue.Service;
import java.util.Optional;

/**
 * One place where a page can be shared.
 *
 * @param address where the link leads; empty where the visitor has to name a server first
 */
public record ShareLink(Service service, Optional<String> address) {}
