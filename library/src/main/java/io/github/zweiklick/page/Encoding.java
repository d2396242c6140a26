package io.github.zweiklick.page;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * An encoding of the Encoding Standard.
 *
 * @param name as the standard has it: what browsers understand in a Content-Type
 * @param jdk the charset that reads it
 */
record Encoding(String name, Charset jdk) {
    /** In these a byte below 0x80 may be part of another character, or nothing is a single byte. */
    private static final Set<String> NEED_DECODING =
            Set.of("UTF-16BE", "UTF-16LE", "Shift_JIS", "GBK", "GB18030", "Big5", "EUC-JP", "EUC-KR", "ISO-2022-JP");

    /** Whether every byte below 0x80 means its ASCII character, so that markup can be read from the bytes. */
    boolean isTransparent() {
        return !NEED_DECODING.contains(name);
    }

    /** Browsers show no character of such a page (Encoding Standard, 14.1). */
    boolean isReplacement() {
        return name.equals("replacement");
    }

    boolean isUtf16() {
        return name.startsWith("UTF-16");
    }

    /** The charset to be sent, under the name that browsers know. */
    Charset charset() {
        return jdk.name().equalsIgnoreCase(name) ? jdk : new NamedCharset(name, jdk);
    }
}
