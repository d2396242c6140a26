package io.github.zweiklick.page;

import java.util.regex.Pattern;

/** What of a page's scripts is ours, as in one that was rewritten before. */
final class OwnScripts {
    private static final String END = "</script>";

    private static final Pattern NAME = Pattern.compile("[a-z]+-[0-9a-f]+\\.js");

    private final String assets;

    /** @param base absolute path of the endpoints */
    OwnScripts(String base) {
        this.assets = base + "/assets/";
    }

    /** Whether it comes from our endpoints; the guard watches others. */
    boolean isOwn(SourceText source, StartTag script) {
        return source.value(script, "src")
                .filter(src -> src.startsWith(assets)
                        && NAME.matcher(src.substring(assets.length())).matches())
                .isPresent();
    }

    /** Whether a guard stands at a place, or after the one script of ours that goes before it. */
    boolean isGuarded(String text, int place, String guard) {
        return text.startsWith(guard, place)
                || (text.startsWith("<script src=\"" + assets, place)
                        && text.startsWith(guard, text.indexOf(END, place) + END.length()));
    }
}
