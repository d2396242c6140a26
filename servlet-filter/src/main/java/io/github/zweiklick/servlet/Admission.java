package io.github.zweiklick.servlet;

import io.github.zweiklick.Admin;
import io.github.zweiklick.ConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Whom {@code admin} lets in. */
record Admission(Admin admin, List<AddressRange> ranges) {

    static Admission of(Admin admin) {
        return new Admission(
                admin,
                admin.addresses().stream()
                        .map(text -> AddressRange.parse(text)
                                .orElseThrow(() -> new ConfigurationException("admin.addresses: \"" + text
                                        + "\" is no address range and would let nobody in; write 10.0.0.0/8, 192.0.2.7 or"
                                        + " fd00::/8")))
                        .toList());
    }

    /**
     * Whether both role and address are those asked for; nobody where neither is. By its address nobody is let in who comes by
     * way of a proxy that is not trusted: that would be the proxy's, and everybody's.
     *
     * @param request as the application's own filters have it: its login applies
     * @param clients where it comes from; all of them count, for a visitor may have invented one
     */
    boolean admits(HttpServletRequest request, List<String> clients) {
        boolean role = admin.role().map(request::isUserInRole).orElse(true);
        boolean address = ranges.isEmpty()
                || (clients.stream().allMatch(client -> isWithin(ranges, client))
                        && !ClientAddresses.areHearsay(request, nearest -> isWithin(trusted(request), nearest)));
        return admin.isAnybody() && role && address;
    }

    private static boolean isWithin(List<AddressRange> ranges, String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Those of the configuration by which the request passes. */
    private static List<AddressRange> trusted(HttpServletRequest request) {
        return Passage.of(request)
                .map(passage -> PublicAddress.trusted(passage.site().zweiklick().configuration()))
                .orElse(List.of());
    }
}
