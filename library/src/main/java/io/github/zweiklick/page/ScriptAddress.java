package io.github.zweiklick.page;

import io.github.zweiklick.url.WebUrl;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A script as the address of a frame: the text it gives becomes the frame's document, which nobody has looked at.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#the-javascript:-url-special-case">HTML,
 *     7.4.2.3.2</a>
 */
final class ScriptAddress {
    private static final String SCHEME = "javascript:";
    /** Of what is certainly none: longer ones are not looked at. */
    private static final int LONGEST = 32;

    /** What authors write where a frame is to stay empty. */
    private static final Pattern EMPTY =
            Pattern.compile("(?:void *\\(? *\\d* *\\)?|false|true|null|undefined|\\d+|''|\"\"|)[ ;]*");

    private ScriptAddress() {}

    /** Whether the browser runs a script for the address that may give a document. */
    static boolean makesDocument(String value) {
        if (value.indexOf(':') < 0) {
            return false;
        }
        Optional<String> script = WebUrl.parse(value)
                .map(WebUrl::href)
                .filter(href -> href.startsWith(SCHEME))
                .map(href -> href.substring(SCHEME.length()));
        return script.isPresent()
                && !(script.get().length() <= LONGEST
                        && EMPTY.matcher(
                                        new PercentDecoding(script.get()).text().strip())
                                .matches());
    }
}
