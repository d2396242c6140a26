package io.github.zweiklick;

import java.util.List;
import java.util.Optional;

/**
 * Who may see what stands below {@code {base}/admin/}. Where both are set both must hold: a further line never lets more
 * people in.
 *
 * @param role a role of the application's; empty: not asked for
 * @param addresses of visitors, after trusted forwarding (CIDR); empty: not asked for
 */
public record Admin(Optional<String> role, List<String> addresses) {
    public Admin {
        addresses = List.copyOf(addresses);
    }

    /** The default. */
    public static Admin nobody() {
        return new Admin(Optional.empty(), List.of());
    }

    /** Whether anybody may see it. */
    public boolean isAnybody() {
        return role.isPresent() || !addresses.isEmpty();
    }
}
