package io.github.zweiklick.demo;

import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.view.Texts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All components of Zweiklick on one page, in a language of choice: for web developers and for tests. */
final class GalleryServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String PATH = "/zweiklick-gallery";

    /** The page around the components speaks it, and they do where no other was asked for. */
    private static final String OWN = "en";

    private final transient EmbedCodes codes;
    private final transient List<String> languages;
    private final transient FileTemplate template = new FileTemplate(Resources.text("city/gallery.html"));

    /** @param languages tags of those that are shown */
    GalleryServlet(EmbedCodes codes, List<String> languages) {
        this.codes = codes;
        this.languages = List.copyOf(languages);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = Optional.ofNullable(request.getParameter("lang"))
                .filter(languages::contains)
                .orElse(languages.contains(OWN) ? OWN : languages.get(0));
        String page = template.fill(name -> switch (name) {
            case "lang" -> tag;
            case "dir" -> direction(tag);
            case "name" -> name(tag);
            case "languages" -> choice(tag);
            default -> throw new IllegalStateException("The gallery asks for {{" + name + "}}");
        });
        Document.html(codes.in(World.PROTECTED, page)).send(request, response, HttpServletResponse.SC_OK);
    }

    private String choice(String current) {
        HtmlBuilder out = new HtmlBuilder();
        for (String tag : languages) {
            out.open("li").open("a").attribute("href", PATH + "?lang=" + tag);
            out.attribute("lang", tag).attribute("dir", direction(tag));
            if (tag.equals(current)) {
                out.attribute("aria-current", "true");
            }
            out.text(name(tag)).close().close();
        }
        return out.toHtml().toString();
    }

    private static String direction(String tag) {
        return Texts.of(List.of(tag), Map.of()).all().get(0).direction();
    }

    /** A language's own name; Java has none for the simple form of one. */
    private static String name(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayLanguage(locale);
        return locale.getVariant().isEmpty() ? name : name + " (einfache Sprache)";
    }
}
