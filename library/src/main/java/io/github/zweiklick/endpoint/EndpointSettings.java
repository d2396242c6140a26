package io.github.zweiklick.endpoint;

import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.policy.OwnHosts;

/**
 * What the endpoints need to know of the site.
 *
 * @param own hosts whose pages may hold the airlock's frame, besides the airlock's own origin
 * @param allowlistEnforced whether documents carry a list of the hosts they may contact
 * @param findings takes what browsers report
 */
public record EndpointSettings(OwnHosts own, boolean allowlistEnforced, FindingSink findings) {

    /** Without a list, and without anybody to tell. */
    public EndpointSettings(OwnHosts own) {
        this(own, false, FindingSink.none());
    }
}
