package io.github.zweiklick.url;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The basic URL parser (WHATWG URL, section 4.4), its state machine written as one descent. */
final class UrlParser {
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z][:|]");

    private final String input;
    private final Optional<WebUrl> base;

    UrlParser(String input, Optional<WebUrl> base) {
        this.input = withoutTabsAndNewlines(trimControls(input));
        this.base = base;
    }

    Optional<WebUrl> parse() {
        int colon = schemeEnd(input);
        if (colon < 0) {
            return base.flatMap(b -> relative(b, input));
        }
        String scheme = input.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = input.substring(colon + 1);
        if (scheme.equals("file")) {
            return file(rest);
        }
        if (!Scheme.isSpecial(scheme)) {
            return rest.startsWith("//") ? authority(scheme, rest.substring(2)) : Optional.of(opaque(scheme, rest));
        }
        if (base.isPresent() && base.get().scheme().equals(scheme) && !rest.startsWith("//")) {
            // "special relative or authority state": on an https page, "https:host" is a path.
            return relative(base.get(), rest);
        }
        return authority(scheme, withoutSlashes(rest));
    }

    private static Optional<WebUrl> relative(WebUrl base, String rest) {
        boolean special = Scheme.isSpecial(base.scheme());
        if (!special && !base.path().startsWith("/") && !rest.startsWith("#")) {
            return Optional.empty();
        }
        if (rest.length() >= 2 && isSlash(rest.charAt(0), special) && isSlash(rest.charAt(1), special)) {
            return base.scheme().equals("file")
                    ? file(rest)
                    : authority(base.scheme(), special ? withoutSlashes(rest) : rest.substring(2));
        }
        Parts parts = Parts.of(rest);
        if (parts.path().isEmpty()) {
            Optional<String> query = parts.query().isPresent() ? parts.query().map(UrlParser::query) : base.query();
            return Optional.of(at(base, base.path(), query, parts.fragment()));
        }
        String path = isSlash(parts.path().charAt(0), special)
                ? parts.path()
                : base.path().substring(0, base.path().lastIndexOf('/') + 1) + parts.path();
        return Optional.of(
                at(base, PathParser.normalise(path, special), parts.query().map(UrlParser::query), parts.fragment()));
    }

    private static WebUrl at(WebUrl base, String path, Optional<String> query, Optional<String> fragment) {
        return new WebUrl(
                base.scheme(),
                base.host(),
                base.explicitPort().orElse(-1),
                path,
                query,
                fragment.map(f -> PathParser.encode(f, PathParser.FRAGMENT)));
    }

    private static Optional<WebUrl> authority(String scheme, String rest) {
        boolean special = Scheme.isSpecial(scheme);
        int end = 0;
        while (end < rest.length()
                && !isSlash(rest.charAt(end), special)
                && rest.charAt(end) != '?'
                && rest.charAt(end) != '#') {
            end++;
        }
        String authority = rest.substring(0, end);
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = portColon(hostAndPort);
        if (colon == 0) {
            // A port without a host: "host-missing".
            return Optional.empty();
        }
        Optional<Integer> port = colon < 0 ? Optional.of(-1) : port(hostAndPort.substring(colon + 1), scheme);
        Optional<String> host = HostParser.parse(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon), special);
        if (port.isEmpty() || host.isEmpty()) {
            return Optional.empty();
        }
        Parts parts = Parts.of(rest.substring(end));
        return Optional.of(new WebUrl(
                scheme,
                host.get(),
                port.get(),
                PathParser.normalise(parts.path(), special),
                parts.query().map(UrlParser::query),
                parts.fragment().map(f -> PathParser.encode(f, PathParser.FRAGMENT))));
    }

    private static int portColon(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return colon > hostAndPort.lastIndexOf(']') ? colon : -1;
    }

    private static Optional<Integer> port(String digits, String scheme) {
        if (digits.isEmpty()) {
            return Optional.of(-1);
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        if (significant.length() > 5 || Integer.parseInt(significant) > 65_535) {
            return Optional.empty();
        }
        int port = Integer.parseInt(significant);
        return Optional.of(port == Scheme.defaultPort(scheme) ? -1 : port);
    }

    /** "file host state": a drive letter is no host, and this machine's own name is none either. */
    private static Optional<WebUrl> file(String rest) {
        int end = 0;
        Optional<String> host = Optional.of("");
        if (rest.length() >= 2 && isSlash(rest.charAt(0), true) && isSlash(rest.charAt(1), true)) {
            end = 2;
            while (end < rest.length() && "/\\?#".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            String name = rest.substring(2, end);
            if (DRIVE.matcher(name).matches()) {
                end = 2;
            } else if (!name.isEmpty()) {
                host = HostParser.parse(name, true).map(found -> found.equals("localhost") ? "" : found);
            }
        }
        Parts parts = Parts.of(rest.substring(end));
        return host.map(name -> new WebUrl(
                "file",
                name,
                -1,
                PathParser.normalise(parts.path(), true),
                parts.query().map(UrlParser::query),
                parts.fragment().map(f -> PathParser.encode(f, PathParser.FRAGMENT))));
    }

    private static WebUrl opaque(String scheme, String rest) {
        Parts parts = Parts.of(rest);
        return new WebUrl(
                scheme,
                "",
                -1,
                rest.startsWith("/")
                        ? PathParser.normalise(parts.path(), false)
                        : PathParser.encode(parts.path(), PathParser.CONTROLS),
                parts.query().map(UrlParser::query),
                parts.fragment().map(f -> PathParser.encode(f, PathParser.FRAGMENT)));
    }

    private static String query(String raw) {
        return PathParser.encode(raw, PathParser.QUERY);
    }

    private static boolean isSlash(char c, boolean special) {
        return c == '/' || (special && c == '\\');
    }

    private static String withoutSlashes(String rest) {
        int start = 0;
        while (start < rest.length() && isSlash(rest.charAt(start), true)) {
            start++;
        }
        return rest.substring(start);
    }

    /** Position of the colon that ends a scheme, or -1. */
    private static int schemeEnd(String input) {
        for (int i = 0; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c == ':') {
                return i > 0 ? i : -1;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean further = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !further)) {
                return -1;
            }
        }
        return -1;
    }

    private static String trimControls(String input) {
        int start = 0;
        int end = input.length();
        while (start < end && input.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && input.charAt(end - 1) <= ' ') {
            end--;
        }
        return input.substring(start, end);
    }

    private static String withoutTabsAndNewlines(String input) {
        StringBuilder out = new StringBuilder(input.length());
        for (int i = 0; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private record Parts(String path, Optional<String> query, Optional<String> fragment) {
        static Parts of(String rest) {
            int hash = rest.indexOf('#');
            Optional<String> fragment = hash < 0 ? Optional.empty() : Optional.of(rest.substring(hash + 1));
            String before = hash < 0 ? rest : rest.substring(0, hash);
            int question = before.indexOf('?');
            Optional<String> query = question < 0 ? Optional.empty() : Optional.of(before.substring(question + 1));
            return new Parts(question < 0 ? before : before.substring(0, question), query, fragment);
        }
    }
}
