package io.github.zweiklick.gateway;

import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line says; it holds until the process ends.
 *
 * @param port 0 for any free one
 * @param bind address to listen at
 * @param upstream before what the configuration file says
 * @param host before what the configuration file says
 * @param config Zweiklick's configuration file
 * @param log empty: none
 */
record GatewayOptions(
        int port,
        String bind,
        Optional<Upstream> upstream,
        Optional<HostHeader> host,
        Optional<Path> config,
        Optional<AccessLog> log) {}
