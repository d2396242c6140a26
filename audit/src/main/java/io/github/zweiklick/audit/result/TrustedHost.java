package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.HostList;

/**
 * A host that pages may contact without consent because whoever ordered the audit says so. It is no finding and stands
 * beside the verdict, with the reason.
 *
 * @param host exact, or {@code *.example.org}
 */
public record TrustedHost(String host, String reason) {

    public boolean covers(String contacted) {
        return HostList.covers(host, contacted);
    }
}
