package io.github.zweiklick.page;

import io.github.zweiklick.page.PageMarkup.Place;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Where an element stands in jsoup's tree. */
record TreeStanding(Element element, boolean isHtml) implements Standing {
    TreeStanding(Element element) {
        this(element, isOfHtml(element) && !isInMisreadSvg(element));
    }

    /** Elements inside which an outer {@code p} is no longer closed by a block: HTML, 13.2.4.2, button scope. */
    static final Set<String> SCOPES = Set.of(
            "applet",
            "caption",
            "html",
            "table",
            "td",
            "th",
            "marquee",
            "object",
            "template",
            "button",
            "foreignobject",
            "desc");

    /** Elements inside which no control stands. */
    static final Set<String> INERT = Set.of("button", "option", "select", "title", "textarea");

    private static boolean isOfHtml(Element element) {
        return element.tag().namespace().equals(Parser.NamespaceHtml);
    }

    /** Inside a noscript of the head jsoup takes SVG for HTML. */
    private static boolean isInMisreadSvg(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String name = at.normalName();
            if ((name.equals("svg") || name.equals("math")) && isOfHtml(at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Place place() {
        boolean scoped = false;
        boolean paragraph = false;
        boolean noscript = false;
        for (Element up = element.parent(); up != null; up = up.parent()) {
            String name = up.normalName();
            if (INERT.contains(name)) {
                return Place.INERT;
            }
            noscript |= name.equals("noscript");
            paragraph |= !scoped && name.equals("p");
            scoped |= SCOPES.contains(name);
        }
        if (noscript) {
            // A noscript in it would end the outer one where scripts run.
            return Place.NOSCRIPT;
        }
        return paragraph ? Place.PHRASING : Place.FLOW;
    }

    @Override
    public boolean isInside(String ancestor) {
        for (Element up = element.parent(); up != null; up = up.parent()) {
            if (up.normalName().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<String> language() {
        return language(element);
    }

    /** The language in force at an element. */
    static Optional<String> language(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String language = at.hasAttr("lang") ? at.attr("lang") : at.attr("xml:lang");
            if (!language.isBlank()) {
                return Optional.of(language.strip());
            }
        }
        return Optional.empty();
    }
}
