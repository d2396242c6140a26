package io.github.zweiklick.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the demo can be told.
 *
 * @param port of the site, 0 for any free one (also for the networks)
 * @param bind address the site listens at
 * @param root folder to serve in place of Musterstadt
 * @param firstParty further hosts that are the site's own
 * @param config Zweiklick's configuration file
 * @param realNetworks whether the codes stay as pasted and no network is simulated
 * @param upstream a page of the site to stand before, in place of Musterstadt
 * @param audit the command that starts the audit, for whom the site's visitors contact
 */
public record DemoOptions(
        int port,
        String bind,
        Optional<Path> root,
        List<String> firstParty,
        Optional<Path> config,
        boolean realNetworks,
        Optional<UpstreamAddress> upstream,
        List<String> audit) {

    private static final String LOOPBACK = "127.0.0.1";

    public DemoOptions {
        firstParty = List.copyOf(firstParty);
        audit = List.copyOf(audit);
    }

    /** No site of others. */
    public DemoOptions(
            int port,
            String bind,
            Optional<Path> root,
            List<String> firstParty,
            Optional<Path> config,
            boolean realNetworks) {
        this(port, bind, root, firstParty, config, realNetworks, Optional.empty(), List.of());
    }

    /** Musterstadt with simulated networks on a free port of the loopback. */
    public static DemoOptions anyPort() {
        return new DemoOptions(0, LOOPBACK, Optional.empty(), List.of(), Optional.empty(), false);
    }

    /** Any page on a free port of the loopback. */
    public static DemoOptions anyPort(UpstreamAddress upstream, List<String> audit) {
        return new DemoOptions(
                0, LOOPBACK, Optional.empty(), List.of(), Optional.empty(), true, Optional.of(upstream), audit);
    }

    /** Whether the pages are Musterstadt's. */
    boolean isMusterstadt() {
        return root.isEmpty() && upstream.isEmpty();
    }

    /** Whether nothing is the visitor's own: neither pages nor configuration. */
    boolean isAsDelivered() {
        return isMusterstadt() && config.isEmpty();
    }

    /** Whether networks are simulated: for Musterstadt only, since the codes of other pages name the real ones. */
    boolean simulates() {
        return !realNetworks && isMusterstadt();
    }

    /** The host by which the site is reached: what it listens at, or this machine where that is every address. */
    String hostName() {
        if (bind.equals("0.0.0.0") || bind.equals("::")) {
            return "localhost";
        }
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }
}
