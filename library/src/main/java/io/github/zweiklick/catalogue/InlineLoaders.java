package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows inline scripts that load a service, by the literals of the services' files. The cost depends on the script's
 * length, not on how many literals there are: at each place only those are compared that begin with the same
 * characters.
 */
final class InlineLoaders {
    /** Shorter literals would be found in scripts that load nothing; such a script is the site's own and needed. */
    static final int SHORTEST = 8;

    /** Between the halves of {@code '//platform.exam' + 'ple.com/widgets.js'}. */
    private static final Pattern JOINT = Pattern.compile("['\"]\\s{0,40}\\+\\s{0,40}['\"]");

    /** Characters that are compared at once; no more than {@link #SHORTEST}. */
    private static final int KEY = 4;

    /** Whether any literal's key ends in these bits: nearly every place of a script is passed without a look-up. */
    private final boolean[] begins = new boolean[1 << 12];

    private final Map<Integer, List<Literal>> byKey = new HashMap<>();

    private record Literal(String text, Service service) {}

    /** Where two services have the same literal, the one added first is found. */
    void add(String literal, Service service) {
        int begin = key(literal, 0);
        begins[begin & begins.length - 1] = true;
        byKey.computeIfAbsent(begin, key -> new ArrayList<>()).add(new Literal(literal, service));
    }

    /**
     * The service whose loader the script is: as it is written, with {@code \/} for a slash, or with the literal
     * divided into parts that are joined.
     */
    Optional<Service> find(String script) {
        Optional<Service> plain = search(script);
        if (plain.isPresent()) {
            return plain;
        }
        String written = script.indexOf('\\') < 0 ? script : script.replace("\\/", "/");
        String joined =
                written.indexOf('+') < 0 ? written : JOINT.matcher(written).replaceAll("");
        return joined.equals(script) ? Optional.empty() : search(joined);
    }

    private Optional<Service> search(String script) {
        for (int at = 0; at + SHORTEST <= script.length(); at++) {
            int begin = key(script, at);
            if (!begins[begin & begins.length - 1]) {
                continue;
            }
            for (Literal candidate : byKey.getOrDefault(begin, List.of())) {
                if (script.startsWith(candidate.text(), at)) {
                    return Optional.of(candidate.service());
                }
            }
        }
        return Optional.empty();
    }

    private static int key(String text, int at) {
        int key = 0;
        for (int i = at; i < at + KEY; i++) {
            key = 31 * key + text.charAt(i);
        }
        return key;
    }
}
