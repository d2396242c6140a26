package io.github.zweiklick.page;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What jsoup still finds in a page that would contact a foreign host: an opinion independent of the rewriter's own. */
final class Contacts {
    private static final Set<String> ATTRIBUTES =
            Set.of("src", "srcset", "imagesrcset", "poster", "background", "lowsrc", "ping", "xlink:href", "codebase");

    private Contacts() {}

    static List<String> of(String html) {
        Document document = Jsoup.parse(html);
        List<String> contacts = new ArrayList<>();
        document.getAllElements().forEach(element -> {
            for (Attribute attribute : element.attributes()) {
                if (loads(element, attribute) && isForeign(attribute)) {
                    contacts.add(element.tagName() + " " + attribute);
                }
            }
            String css = element.normalName().equals("style") ? element.data() : "";
            // Quotes may hide an address; telling where needs a scanner, and this is to be another opinion.
            boolean plain = css.indexOf('\'') < 0 && css.indexOf('"') < 0 && !css.contains("@namespace");
            if (plain && css.matches("(?s).*url\\(\\s*(https?:)?//(?!stadt).*")) {
                contacts.add("style " + css);
            }
        });
        return contacts;
    }

    private static boolean loads(Element element, Attribute attribute) {
        if (element.normalName().equals("script") && element.attr("type").equals("text/plain")) {
            return false;
        }
        if (ATTRIBUTES.contains(attribute.getKey())
                || (attribute.getKey().equals("data") && element.normalName().equals("object"))) {
            return true;
        }
        boolean svg =
                !new TreeStanding(element).isHtml() && !element.normalName().equals("a");
        return attribute.getKey().equals("href")
                && (svg
                        || element.normalName().equals("base")
                        || (element.normalName().equals("link")
                                && element.attr("rel")
                                        .matches(
                                                "(?i).*\\b(preconnect|prefetch|stylesheet|icon|preload|manifest)\\b.*")));
    }

    private static boolean isForeign(Attribute attribute) {
        WebUrl page = WebUrl.parse("https://stadt.example/x/").orElseThrow();
        for (String part : attribute.getValue().strip().split("\\s+")) {
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
