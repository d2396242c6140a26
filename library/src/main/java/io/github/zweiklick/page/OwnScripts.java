package io.github.zweiklick.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a page's scripts is ours, as in one that was rewritten before. */
final class OwnScripts {
    private static final Pattern NAME = Pattern.compile("[a-z]+-[0-9a-f]+\\.js");

    /** The rest of the script that leads out links, exactly as it is written, with whatever hosts. */
    private static final Pattern LINKS = Pattern.compile(
            NAME + "\" defer=\"\" data-base=\"[^\"<>]*\" data-hosts=\"[^\"<>]*\"( nonce=\"[^\"<>]*\")?></script>");

    private final String assets;

    /** @param base absolute path of the endpoints */
    OwnScripts(String base) {
        this.assets = base + "/assets/";
    }

    /** Whether it comes from our endpoints and is nothing else; the guard watches others. */
    boolean isOwn(SourceText text, StartTag script) {
        return text.value(script, "src")
                        .filter(src -> src.startsWith(assets)
                                && NAME.matcher(src.substring(assets.length())).matches())
                        .isPresent()
                && script.attributes().stream()
                        .noneMatch(attribute -> attribute.localName().equals("href"))
                && text.stands("</script>", script.end());
    }

    /** Whether a guard stands at a place, or after our script that goes before it. */
    boolean isGuarded(String text, int place, String guard) {
        String links = "<script src=\"" + assets;
        if (!text.startsWith(links, place)) {
            return text.startsWith(guard, place);
        }
        Matcher rest = LINKS.matcher(text).region(place + links.length(), text.length());
        return text.startsWith(guard, place) || (rest.lookingAt() && text.startsWith(guard, rest.end()));
    }
}
