package io.github.zweiklick.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a page's scripts is ours, as in one that was rewritten before. */
final class OwnScripts {
    private static final String NAME = "[a-z]+-[0-9a-f]+\\.js";

    private final Pattern source;
    /** The script that leads out links, exactly as it is written, with whatever hosts. */
    private final Pattern links;

    /** @param base absolute path of the endpoints */
    OwnScripts(String base) {
        String address = Pattern.quote(base + "/assets/") + NAME;
        this.source = Pattern.compile(address);
        this.links = Pattern.compile("<script src=\"" + address
                + "\" defer=\"\" data-base=\"[^\"<>]*\" data-hosts=\"[^\"<>]*\"" + "( nonce=\"[^\"<>]*\")?></script>");
    }

    /** Whether it comes from our endpoints and is nothing else; the guard watches others. */
    boolean isOwn(SourceText text, StartTag script) {
        return text.value(script, "src")
                        .filter(src -> source.matcher(src).matches())
                        .isPresent()
                && script.attributes().stream()
                        .noneMatch(attribute -> attribute.localName().equals("href"))
                && text.stands("</script>", script.end());
    }

    /** Whether a guard stands at a place, or after our script that goes before it. */
    boolean isGuarded(String text, int place, String guard) {
        if (text.startsWith(guard, place)) {
            return true;
        }
        Matcher first = links.matcher(text).region(place, text.length());
        return first.lookingAt() && text.startsWith(guard, first.end());
    }
}
