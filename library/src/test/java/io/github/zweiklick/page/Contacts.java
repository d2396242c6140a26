package io.github.zweiklick.page;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What other parsers still find in a page that would contact a foreign host: opinions independent of the rewriter's own. */
final class Contacts {
    private static final Set<String> ATTRIBUTES =
            Set.of("src", "srcset", "imagesrcset", "poster", "background", "lowsrc", "ping", "codebase");

    /** Elements of SVG that load what they refer to. */
    private static final Set<String> REFERENCES =
            Set.of("image", "use", "feimage", "script", "pattern", "textpath", "mpath");

    /** Ends a comment that Firefox's own parser, fixed since, goes on with. */
    private static final Pattern FAULT_OF_REFERENCE = Pattern.compile("<!--(?:(?!--!?>).)*<!--[^>-]", Pattern.DOTALL);

    private static final Pattern TEXT_TO_OTHERS = Pattern.compile("<(svg|math|plaintext)", Pattern.CASE_INSENSITIVE);

    private Contacts() {}

    /**
     * Seen by jsoup; but for the body's attributes beside SVG, MathML and plain text (which it does not see begin in a head's
     * noscript): there it also takes them from tags that are text, without telling where they stand.
     */
    static List<String> of(String html) {
        boolean text = TEXT_TO_OTHERS.matcher(html).find();
        return of(SeenElement.byJsoup(html).stream()
                .filter(element -> !text || !element.name().equals("body"))
                .toList());
    }

    /** Seen by jsoup or by the reference parser, with scripts or without. */
    static List<String> ofAll(String html) {
        List<String> contacts = new ArrayList<>(of(html));
        if (FAULT_OF_REFERENCE.matcher(html).find()) {
            return contacts;
        }
        for (boolean scripting : new boolean[] {true, false}) {
            of(SeenElement.byReference(html, scripting))
                    .forEach(contact -> contacts.add("reference, scripting " + scripting + ": " + contact));
        }
        return contacts;
    }

    private static List<String> of(List<SeenElement> elements) {
        List<String> contacts = new ArrayList<>();
        for (SeenElement element : elements) {
            for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
                if (loads(element, attribute.getKey()) && isForeign(attribute.getKey(), attribute.getValue())) {
                    contacts.add(element.name() + " " + attribute);
                }
            }
            boolean sheet =
                    element.name().equals("style") && element.attribute("type").matches("(?i)|.*css.*");
            String css = sheet ? element.text() : "";
            // Quotes may hide an address; telling where needs a scanner, and this is to be another opinion.
            boolean plain = css.indexOf('\'') < 0
                    && css.indexOf('"') < 0
                    && !css.contains("/*")
                    && !css.contains("\\")
                    && !css.contains("@namespace");
            if (plain && css.matches("(?s).*(?<![\\w\\x80-\\uffff-])url\\(\\s*(https?:)?//(?!stadt).*")) {
                contacts.add("style " + css);
            }
        }
        return contacts;
    }

    private static boolean loads(SeenElement element, String attribute) {
        if (element.name().equals("script") && !element.attribute("type").matches("(?i)\\s*|.*(script|module).*")) {
            return false;
        }
        if (!element.html()) {
            return attribute.matches("(xlink:)?href") && REFERENCES.contains(element.name());
        }
        if (ATTRIBUTES.contains(attribute)
                || (attribute.equals("data") && element.name().equals("object"))) {
            return true;
        }
        return attribute.equals("href")
                && (element.name().equals("base")
                        || (element.name().equals("link")
                                && element.attribute("rel")
                                        .matches(
                                                "(?i).*\\b(preconnect|prefetch|stylesheet|icon|preload|manifest)\\b.*")));
    }

    private static boolean isForeign(String name, String value) {
        WebUrl page = WebUrl.parse("https://stadt.example/x/").orElseThrow();
        boolean several = name.equals("ping") || name.endsWith("srcset");
        for (String part : several ? value.strip().split("[\\s,]+") : new String[] {value}) {
            boolean foreign = WebUrl.parse(part, page)
                    .filter(WebUrl::isNetwork)
                    .filter(url -> !Pages.OWN.contains(url.host()))
                    .isPresent();
            if (foreign) {
                return true;
            }
        }
        return false;
    }
}
