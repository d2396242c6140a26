package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.url.PercentEncoding;

/** The address a placeholder's button posts to. */
public final class AirlockAddress {
    public static final String SERVICE = "service";
    public static final String KIND = "embed";
    public static final String NOTICE = "notice";
    /** Language of the notice. */
    public static final String LANGUAGE = "lang";
    /** Field of the form that asks again: the page the visitor came from. */
    public static final String BACK = "back";
    /** Stands before the name of each capture. */
    public static final String CAPTURE_PREFIX = "c.";

    private AirlockAddress() {}

    /**
     * @param base absolute path of the endpoints
     * @param notice version of what the visitor was told, in the language of the wording
     */
    static String of(String base, Embed embed, String notice, Wording wording) {
        StringBuilder address = new StringBuilder(base).append("/airlock");
        append(address, '?', SERVICE, embed.service().id());
        append(address, '&', KIND, embed.kind().id());
        embed.captures().forEach((name, value) -> append(address, '&', CAPTURE_PREFIX + name, value));
        append(address, '&', NOTICE, notice);
        append(address, '&', LANGUAGE, wording.tag());
        return address.toString();
    }

    private static void append(StringBuilder address, char separator, String name, String value) {
        address.append(separator)
                .append(PercentEncoding.component(name))
                .append('=')
                .append(PercentEncoding.component(value));
    }
}
