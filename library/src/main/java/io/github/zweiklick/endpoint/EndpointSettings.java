package io.github.zweiklick.endpoint;

import io.github.zweiklick.policy.OwnHosts;

/**
 * What the endpoints need to know of the site.
 *
 * @param own hosts whose pages may hold the airlock's frame, besides the airlock's own origin
 */
public record EndpointSettings(OwnHosts own) {}
