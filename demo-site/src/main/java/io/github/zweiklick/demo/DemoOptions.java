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
 */
public record DemoOptions(
        int port,
        String bind,
        Optional<Path> root,
        List<String> firstParty,
        Optional<Path> config,
        boolean realNetworks) {

    public DemoOptions {
        firstParty = List.copyOf(firstParty);
    }

    /** Musterstadt with simulated networks on a free port of the loopback. */
    public static DemoOptions anyPort() {
        return new DemoOptions(0, "127.0.0.1", Optional.empty(), List.of(), Optional.empty(), false);
    }

    /** Whether networks are simulated: for Musterstadt only, since a folder's codes name the real ones. */
    boolean simulates() {
        return !realNetworks && root.isEmpty();
    }

    /** The host by which the site is reached: what it listens at, or this machine where that is every address. */
    String hostName() {
        if (bind.equals("0.0.0.0") || bind.equals("::")) {
            return "localhost";
        }
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }
}
