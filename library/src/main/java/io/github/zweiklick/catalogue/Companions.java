package io.github.zweiklick.catalogue;

import java.util.List;

/**
 * What comes along with a service's embed codes and is removed with them.
 *
 * @param resources addresses of loader scripts, styles and tracking pixels
 * @param inline literal strings by which an inline loader is known, any of them
 * @param elements empty helper elements, by name and id
 */
public record Companions(List<AddressPattern> resources, List<String> inline, List<Helper> elements) {
    /** Such as {@code div#fb-root}. */
    public record Helper(String element, String id) {}
}
