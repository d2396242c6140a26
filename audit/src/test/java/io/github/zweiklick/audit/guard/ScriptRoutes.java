package io.github.zweiklick.audit.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Ways in which a page's own scripts may contact a foreign host. */
final class ScriptRoutes {
    /**
     * One way.
     *
     * @param beyond whether it is one that the guard does not claim to stop
     * @param code with LEAK for an address at the host that tells which way it was, and HOST for that host
     */
    record Route(String name, boolean beyond, String code) {
        String codeFor(String host) {
            return code.replace("LEAK", "https://" + host + "/").replace("HOST", host);
        }
    }

    private static final String BEYOND = "beyond: ";

    private ScriptRoutes() {}

    static List<Route> all() {
        try (InputStream in = ScriptRoutes.class.getResourceAsStream("script-routes.js")) {
            if (in == null) {
                throw new IllegalStateException("script-routes.js is not on the class path");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .dropWhile(line -> !line.isEmpty())
                    .filter(line -> !line.isEmpty())
                    .toList();
            List<Route> routes = new ArrayList<>();
            for (int i = 0; i < lines.size(); i += 2) {
                String name = lines.get(i).substring("// ".length());
                boolean beyond = name.startsWith(BEYOND);
                routes.add(new Route(beyond ? name.substring(BEYOND.length()) : name, beyond, lines.get(i + 1)));
            }
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
