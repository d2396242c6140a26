package io.github.zweiklick.page;

import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells own from foreign addresses in one document.
 *
 * <p>Relative addresses may be relative to the page, and to each base element it holds, a foreign one apart, since that
 * is disarmed. Which of them the browser takes can depend on scripting, so an address is foreign where it is foreign
 * under any.
 */
final class Addresses {
    private static final Pattern SCHEME_ALONE = Pattern.compile(
            "p[\\t\\n\\r]*+s?+[\\t\\n\\r]*+:(?![\\t\\n\\r]*+[/\\\\][\\t\\n\\r]*+[/\\\\])", Pattern.CASE_INSENSITIVE);

    /** What names no host, whatever it is relative to: no browser loads it, and style sheets hold it as text. */
    private static final Pattern HOSTLESS = Pattern.compile("(?:https?:)?+[/\\\\]*+", Pattern.CASE_INSENSITIVE);

    /** A page has one. */
    private static final int MOST_BASES = 32;

    static final String INVALID = "invalid";
    static final String DATA = "data";
    static final String JAVASCRIPT = "javascript";

    private static final Foreign INSIDE = new Foreign(DATA, Optional.empty());
    private static final Foreign SCRIPT = new Foreign(JAVASCRIPT, Optional.empty());

    /** Style sheets in the addresses of each other. */
    private static final int DEEPEST = 4;

    /** Schemes that stay in the browser, or act only when the visitor does. */
    static final Set<String> LOCAL = Set.of(DATA, "blob", "about", JAVASCRIPT, "mailto", "android-app", "ios-app");

    /**
     * A foreign address.
     *
     * @param host what is named in findings and in {@code data-zweiklick-blocked}
     * @param url empty where the address cannot be read: no browser loads it, and none is asked to try
     */
    record Foreign(String host, Optional<WebUrl> url) {}

    private final List<WebUrl> bases;
    private final OwnHosts own;
    private final Map<String, Optional<Foreign>> known = new HashMap<>();

    private Addresses(List<WebUrl> bases, OwnHosts own) {
        this.bases = bases;
        this.own = own;
    }

    List<WebUrl> bases() {
        return bases;
    }

    OwnHosts own() {
        return own;
    }

    static Addresses in(Examined page, PageSource source) {
        Set<WebUrl> bases = new LinkedHashSet<>();
        for (Candidate candidate : page.candidates()) {
            if (candidate.tag().localName().equals("base")) {
                page.source
                        .value(candidate.tag(), "href")
                        .flatMap(href -> WebUrl.parse(href, source.address()))
                        .filter(url -> url.isNetwork() && source.own().contains(url.host()))
                        .ifPresent(bases::add);
            }
        }
        if (bases.size() > MOST_BASES) {
            throw new IllegalStateException("More base elements than are read");
        }
        bases.add(source.address());
        return new Addresses(List.copyOf(bases), source.own());
    }

    /** In what has no base of its own, such as a style sheet. */
    static Addresses at(PageSource source) {
        return new Addresses(List.of(source.address()), source.own());
    }

    /** The address as foreign one; empty where the browser contacts nobody else for it. */
    Optional<Foreign> foreign(String value) {
        // Asked once for the element and once for its attribute, and pages repeat themselves.
        return known.computeIfAbsent(value, this::read);
    }

    private Optional<Foreign> read(String value) {
        for (WebUrl base : bases) {
            Optional<Foreign> foreign = foreign(value, base);
            if (foreign.isPresent()) {
                return foreign;
            }
        }
        // "https:host" is a path where the base is https, and a host where it is http: as behind a proxy, in a nested
        // document, or in a page kept from before.
        if (value.indexOf(':') < 0 || !SCHEME_ALONE.matcher(value).find()) {
            return Optional.empty();
        }
        return bases.stream()
                .flatMap(base -> otherScheme(base).stream())
                .flatMap(base -> foreign(value, base).stream())
                .findFirst();
    }

    private static Optional<WebUrl> otherScheme(WebUrl base) {
        return WebUrl.parse((base.scheme().equals("https") ? "http://" : "https://") + base.host() + "/");
    }

    private Optional<Foreign> foreign(String value, WebUrl base) {
        Optional<WebUrl> url = WebUrl.parse(value, base);
        if (url.isEmpty()) {
            return Optional.of(new Foreign(INVALID, url));
        }
        return isForeign(url.get()) ? Optional.of(new Foreign(nameOf(url.get()), url)) : Optional.empty();
    }

    /**
     * The address of a document: one inside the address itself is not examined, and therefore foreign. So is one that a script in
     * the address makes.
     */
    Optional<Foreign> foreignDocument(String value) {
        return foreign(value)
                .or(() -> DataAddress.read(value)
                        .filter(data -> !data.isInertDocument())
                        .map(data -> INSIDE))
                .or(() -> ScriptAddress.makesDocument(value) ? Optional.of(SCRIPT) : Optional.empty());
    }

    /** The address of a style sheet: one inside the address itself is examined. */
    Optional<Foreign> foreignStyleSheet(String value) {
        return foreignStyleSheet(value, 0);
    }

    private Optional<Foreign> foreignStyleSheet(String value, int depth) {
        Optional<Foreign> foreign = foreign(value);
        Optional<DataAddress> data = foreign.isPresent() ? Optional.empty() : DataAddress.read(value);
        if (data.isEmpty()) {
            return foreign;
        }
        Optional<String> css = depth < DEEPEST ? data.get().text() : Optional.empty();
        if (css.isEmpty()) {
            return Optional.of(INSIDE);
        }
        return CssScanner.scan(css.get()).stream()
                .flatMap(reference -> foreign(reference, depth + 1).stream())
                .findFirst();
    }

    /** What a style sheet refers to. */
    Optional<Foreign> foreign(CssScanner.Reference reference) {
        return foreign(reference, 0);
    }

    private Optional<Foreign> foreign(CssScanner.Reference reference, int depth) {
        String value = reference.value();
        if (HOSTLESS.matcher(value).matches()) {
            return Optional.empty();
        }
        return reference.imported() ? foreignStyleSheet(value, depth) : foreign(value);
    }

    private boolean isForeign(WebUrl url) {
        boolean contacts = url.isNetwork() || !url.host().isEmpty();
        return contacts && !LOCAL.contains(url.scheme()) && !own.contains(url.host());
    }

    private static String nameOf(WebUrl url) {
        return url.host().isEmpty() ? url.scheme() : url.host();
    }
}
