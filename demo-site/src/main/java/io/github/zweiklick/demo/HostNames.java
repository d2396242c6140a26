package io.github.zweiklick.demo;

import java.util.Map;
import java.util.Optional;

/** Under which names the networks are reached. */
sealed interface HostNames {
    /** A network's host, and the world it was reached from. */
    record Reached(String realHost, World world) {}

    /** The host a request is for; empty where it is none of the networks'. */
    Optional<Reached> resolve(String hostHeader);

    /** The origin by which a page of this world reaches a host, for a request that came by this scheme. */
    String origin(String realHost, World world, String scheme);

    static String withoutPort(String hostHeader) {
        int colon = hostHeader.lastIndexOf(':');
        return (colon < 0 ? hostHeader : hostHeader.substring(0, colon)).toLowerCase(java.util.Locale.ROOT);
    }

    /** The real names, for a machine or network namespace where they lead to the simulation. */
    record Real(Map<String, String> aliases) implements HostNames {
        @Override
        public Optional<Reached> resolve(String hostHeader) {
            String host = withoutPort(hostHeader);
            return aliases.containsKey(host) ? Optional.of(new Reached(host, World.UNPROTECTED)) : Optional.empty();
        }

        @Override
        public String origin(String realHost, World world, String scheme) {
            return scheme + "://" + realHost;
        }
    }

    /**
     * Names below {@code localhost}, which browsers resolve to this machine without asking (RFC 6761, section 6.3).
     *
     * @param aliases real host to first label
     * @param ports of each world
     */
    record Local(Map<String, String> aliases, Map<World, Integer> ports) implements HostNames {
        @Override
        public Optional<Reached> resolve(String hostHeader) {
            String host = withoutPort(hostHeader);
            for (World world : World.values()) {
                for (Map.Entry<String, String> alias : aliases.entrySet()) {
                    if (host.equals(name(alias.getValue(), world))) {
                        return Optional.of(new Reached(alias.getKey(), world));
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public String origin(String realHost, World world, String scheme) {
            return "http://" + name(aliases.getOrDefault(realHost, realHost), world) + ":" + ports.get(world);
        }

        private static String name(String alias, World world) {
            return alias + world.suffix() + ".localhost";
        }
    }
}
