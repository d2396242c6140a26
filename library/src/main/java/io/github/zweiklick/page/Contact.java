package io.github.zweiklick.page;

import java.util.List;
import java.util.Set;

/**
 * The table of attributes by which markup makes a browser contact a host: what is not in it is left alone.
 *
 * @param elements local names; empty: any element, since an attribute that loads on one element of HTML, SVG or a
 *     browser's past is never needed with a foreign address on another
 * @param attribute lower-case name without prefix
 * @param reading how its value names addresses
 */
record Contact(Set<String> elements, String attribute, Reading reading) {
    /** How a value names addresses. */
    enum Reading {
        /** One address. */
        ADDRESS,
        /** Addresses between spaces or commas. */
        ADDRESSES,
        /** Image candidates. */
        SOURCE_SET,
        /** Declarations of CSS. */
        STYLE,
        /** A document of its own. */
        DOCUMENT
    }

    /** Elements of SVG whose {@code href} loads something; {@code a} is a link. */
    private static final Set<String> SVG_REFERENCES = Set.of(
            "image",
            "use",
            "feimage",
            "script",
            "mpath",
            "textpath",
            "tref",
            "lineargradient",
            "radialgradient",
            "pattern",
            "filter",
            "cursor",
            "font-face-uri",
            "glyphref",
            "altglyph",
            "color-profile",
            "set",
            "animate",
            "animatemotion",
            "animatetransform",
            "animatecolor",
            "discard",
            "mask",
            "clippath",
            "marker");

    private static final Set<String> ANIMATIONS = Set.of("set", "animate", "animatecolor", "animatemotion");
    private static final Set<String> PLUGINS = Set.of("object", "applet", "embed");

    static final List<Contact> TABLE = List.of(
            any("src", Reading.ADDRESS),
            any("lowsrc", Reading.ADDRESS),
            any("dynsrc", Reading.ADDRESS),
            any("poster", Reading.ADDRESS),
            any("background", Reading.ADDRESS),
            any("srcset", Reading.SOURCE_SET),
            any("imagesrcset", Reading.SOURCE_SET),
            any("ping", Reading.ADDRESSES),
            any("attributionsrc", Reading.ADDRESSES),
            any("style", Reading.STYLE),
            on(Set.of("iframe", "frame", "fencedframe"), "srcdoc", Reading.DOCUMENT),
            on(SVG_REFERENCES, "href", Reading.ADDRESS),
            on(Set.of("base"), "href", Reading.ADDRESS),
            on(Set.of("link"), "href", Reading.ADDRESS),
            on(Set.of("object"), "data", Reading.ADDRESS),
            on(PLUGINS, "classid", Reading.ADDRESS),
            on(PLUGINS, "codebase", Reading.ADDRESS),
            on(PLUGINS, "archive", Reading.ADDRESSES),
            on(Set.of("applet", "embed"), "code", Reading.ADDRESS),
            on(Set.of("html"), "manifest", Reading.ADDRESS),
            on(Set.of("model"), "environmentmap", Reading.ADDRESS),
            on(Set.of("menuitem", "command"), "icon", Reading.ADDRESS),
            on(ANIMATIONS, "to", Reading.ADDRESS),
            on(ANIMATIONS, "from", Reading.ADDRESS),
            on(ANIMATIONS, "by", Reading.ADDRESS),
            on(ANIMATIONS, "values", Reading.ADDRESSES));

    /** Presentation attributes of SVG that may hold a {@code url()}: they count wherever a reader may see SVG. */
    static final Set<String> PRESENTATION = Set.of(
            "fill",
            "stroke",
            "mask",
            "clip-path",
            "filter",
            "marker",
            "marker-start",
            "marker-mid",
            "marker-end",
            "cursor");

    /** Elements that show a document of another host: they become a placeholder or a box. */
    static final Set<String> FRAMES =
            Set.of("iframe", "frame", "object", "embed", "applet", "portal", "fencedframe", "amp-iframe");

    /** Where frames of the web's past and a lazy-loading script keep the address. */
    static final List<String> LAZY = List.of("data-src", "data-lazy-src", "data-original", "data-lazyload");

    private static final Set<String> PARAMETERS = Set.of("movie", "src", "data", "url", "code", "filename", "object");

    /** Whether a {@code param} of this name tells a plugin an address. */
    static boolean isParameter(String name) {
        return PARAMETERS.contains(Ascii.lower(name.strip()));
    }

    private static Contact any(String attribute, Reading reading) {
        return new Contact(Set.of(), attribute, reading);
    }

    private static Contact on(Set<String> elements, String attribute, Reading reading) {
        return new Contact(elements, attribute, reading);
    }

    boolean concerns(String element) {
        return elements.isEmpty() || elements.contains(element);
    }
}
