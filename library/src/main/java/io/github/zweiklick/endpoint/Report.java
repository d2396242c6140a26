package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;

/**
 * What is read of one report; all else it holds is left unread.
 *
 * @param directive of the policy, or {@link #ALLOWLIST}
 * @param host that was contacted, or would have been
 * @param page whose address is of use without its query only
 * @param stopped whether the browser stopped it
 */
record Report(String directive, String host, WebUrl page, boolean stopped) {
    /** Stands for a directive where the list of connections was concerned. */
    static final String ALLOWLIST = "connection-allowlist";
}
