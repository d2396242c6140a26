package io.github.zweiklick.demo;

import java.util.regex.Pattern;

/** The frame around every page of the city: head, navigation, footer, and the bar that says what is being shown. */
final class Layout {
    /** Below it every page stands without protection. */
    static final String UNPROTECTED_PREFIX = "/ohne";

    private static final Pattern OWN_LINK = Pattern.compile("\\b(href|action)=\"/(?!assets/|/)");

    private final PerLanguage<FileTemplate> layouts =
            PerLanguage.of(language -> new FileTemplate(Resources.text("city/" + language.code() + "/layout.html")));
    private final String arms = Resources.text("city/arms.html").strip();
    private final String hints = Resources.text("city/hints.html");
    private final EmbedCodes codes;

    Layout(EmbedCodes codes) {
        this.codes = codes;
    }

    /**
     * What a page consists of.
     *
     * @param paths of this page in each language, without the prefix of the unprotected world
     * @param section of the navigation it belongs to
     * @param hints whether its template brings fonts and a counter from elsewhere
     * @param title as markup
     * @param content markup of the main part
     */
    record Parts(PerLanguage<String> paths, String section, boolean hints, String title, String content) {
        /** The bench stands outside the city: there is but one. */
        boolean hasTwin() {
            return !section.equals("bench");
        }
    }

    /** The whole page, in the world's own links and codes. */
    String page(Parts parts, Language language, World world) {
        String other = parts.paths().in(language.other());
        String here = parts.paths().in(language);
        String page = layouts.in(language).fill(name -> switch (name) {
            case "title" -> parts.title();
            case "content" -> parts.content();
            case "arms" -> arms;
            case "hints" -> parts.hints() ? hints : "";
            case "here" -> here;
            case "other" -> other;
            case "demo" -> "{{demo}}"; // Filled last: its links lead from one world to the other.
            default -> current(name, parts.section());
        });
        String inWorld = codes.in(world, world == World.PROTECTED ? page : linksInside(page));
        return new FileTemplate(inWorld)
                .fill(name -> name.equals("demo") && parts.hasTwin() ? bar(here, language, world) : "");
    }

    /** Keeps the links of an unprotected page among the unprotected ones. */
    private static String linksInside(String page) {
        return OWN_LINK.matcher(page).replaceAll("$1=\"" + UNPROTECTED_PREFIX + "/");
    }

    private static String current(String name, String section) {
        if (!name.startsWith("current:")) {
            throw new IllegalStateException("The city's layout asks for {{" + name + "}}");
        }
        return name.equals("current:" + section) ? " aria-current=\"page\"" : "";
    }

    private static String bar(String path, Language language, World world) {
        String file = world == World.PROTECTED ? "/bar-protected.html" : "/bar-unprotected.html";
        return new FileTemplate(Resources.text("city/" + language.code() + file).strip())
                .fill(name -> name.equals("twin") && world == World.PROTECTED ? UNPROTECTED_PREFIX + path : path);
    }
}
