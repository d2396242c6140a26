package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonFileException;
import io.github.zweiklick.json.Nearest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths as a service's file writes them: {@code /video/{id}}, one star for anything within a segment, two at the end
 * for any rest. A slash at the end may be there or not. What comes out matches in linear time: a segment holds one star
 * at most, and segments cannot be mistaken for each other.
 */
final class PathGlob {
    private static final Pattern PART = Pattern.compile(
            "\\{(?<name>[a-zA-Z][a-zA-Z0-9]*+)\\}|(?<rest>\\*\\*)|(?<star>\\*)|(?<text>[^{}*]++)|(?<odd>[{}])");

    private PathGlob() {}

    static Pattern compile(String glob, Map<String, Capture> captures, Function<String, JsonFileException> fault) {
        if (!glob.startsWith("/")) {
            throw fault.apply("\"" + glob + "\" does not begin with a slash");
        }
        for (String segment : glob.replace("**", "").split("/")) {
            if (segment.indexOf('*') != segment.lastIndexOf('*')) {
                throw fault.apply("\"" + glob + "\" has two stars between two slashes; one is the most");
            }
        }
        StringBuilder regex = new StringBuilder();
        Set<String> names = new HashSet<>();
        Matcher parts = PART.matcher(glob);
        while (parts.find()) {
            if (parts.group("odd") != null) {
                throw fault.apply("\"" + glob + "\" has a brace that is not closed; write {name}");
            } else if (parts.group("rest") != null) {
                if (parts.end() < glob.length()) {
                    throw fault.apply("\"" + glob + "\" has ** before its end; use * there");
                }
                return Pattern.compile(regex + ".*+", Pattern.DOTALL);
            } else if (parts.group("star") != null) {
                regex.append("[^/]*");
            } else if (parts.group("name") != null) {
                regex.append(group(glob, parts.group("name"), names, captures, fault));
            } else {
                regex.append(Pattern.quote(parts.group("text")));
            }
        }
        return Pattern.compile(regex + (glob.endsWith("/") ? "" : "/?"), Pattern.DOTALL);
    }

    private static String group(
            String glob,
            String name,
            Set<String> names,
            Map<String, Capture> captures,
            Function<String, JsonFileException> fault) {
        Capture capture = captures.get(name);
        if (capture == null) {
            throw fault.apply("\"" + glob + "\" names \"" + name + "\", which is no capture"
                    + Nearest.to(name, captures.keySet())
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse("; add it to \"captures\""));
        }
        if (!names.add(name)) {
            throw fault.apply("\"" + glob + "\" names \"" + name + "\" twice");
        }
        boolean isInSegment = capture.type() == Capture.Type.TOKEN;
        String value = isInSegment ? capture.pattern().map(Pattern::pattern).orElse("[^/]+") : "[^/]+";
        return "(?<" + name + ">" + value + ")";
    }
}
