package io.github.zweiklick.audit.scan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** As what a file is read, by the ending of its name. */
final class FileTypes {
    private static final Map<String, String> BY_ENDING = new HashMap<>();

    static {
        // Templates hold HTML between their own marks, which HTML takes for text or for comments.
        add(
                "text/html",
                "html htm shtml jsp jspf jspx tag php phtml tpl tmpl twig erb ejs hbs mustache ftl ftlh vm liquid njk j2 cshtml aspx"
                        + " ascx asp cfm vue");
        add("application/xhtml+xml", "xhtml xht");
        add("image/svg+xml", "svg");
        add("text/css", "css");
    }

    private FileTypes() {}

    private static void add(String type, String endings) {
        for (String ending : endings.split(" ")) {
            BY_ENDING.put(ending, type);
        }
    }

    /** Whether a file is one of those that are looked for in folders. */
    static boolean isSought(Path file) {
        return BY_ENDING.containsKey(ending(file));
    }

    /** As a Content-Type; empty where the content is to decide, as it does for browsers. */
    static Optional<String> type(Path file) {
        return Optional.ofNullable(BY_ENDING.get(ending(file)));
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
