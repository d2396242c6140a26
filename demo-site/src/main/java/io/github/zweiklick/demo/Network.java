package io.github.zweiklick.demo;

import java.util.List;
import java.util.Optional;

/**
 * A network as {@code networks/networks.json} describes its simulation.
 *
 * @param id lower-case ASCII
 * @param name as visitors know it
 * @param operator the company behind it
 * @param services ids in the catalogue by which consent to it is given; empty where nobody can consent
 * @param page query parameters in which its scripts report the page's address, joined in this order
 * @param hosts its hosts
 */
record Network(
        String id, String name, String operator, List<String> services, List<String> page, List<SimulatedHost> hosts) {

    Network {
        services = List.copyOf(services);
        page = page == null ? List.of() : List.copyOf(page);
        hosts = List.copyOf(hosts);
    }

    /**
     * One host of a network.
     *
     * @param host real name
     * @param alias first label of its name below {@code localhost}
     * @param wide whether its cookies are for the whole domain above it, and so for the network's other hosts there
     * @param cookies the cookies it sets, the first of them telling visitors apart
     */
    record SimulatedHost(String host, String alias, boolean wide, List<Cookie> cookies, List<Route> routes) {
        SimulatedHost {
            cookies = cookies == null ? List.of() : List.copyOf(cookies);
            routes = List.copyOf(routes);
        }

        Optional<Route> route(String path) {
            return routes.stream().filter(route -> route.matches(path)).findFirst();
        }
    }

    /** A cookie, with its life in days or until the browser is closed. */
    record Cookie(String name, Optional<Integer> days) {}

    /**
     * What is answered at a path. Exactly one of the four names a file beside {@code networks.json}.
     *
     * @param path exact, or with one {@code *} for any characters
     */
    record Route(
            String path,
            Optional<String> frame,
            Optional<String> script,
            Optional<String> style,
            Optional<String> picture) {

        boolean matches(String requested) {
            int star = path.indexOf('*');
            if (star < 0) {
                return path.equals(requested);
            }
            String before = path.substring(0, star);
            String after = path.substring(star + 1);
            return requested.length() >= before.length() + after.length()
                    && requested.startsWith(before)
                    && requested.endsWith(after);
        }
    }
}
