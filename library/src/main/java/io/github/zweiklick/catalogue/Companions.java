package io.github.zweiklick.catalogue;

import java.util.List;

/**
 * What comes along with a service's embed codes and is removed with them.
 *
 * @param resources addresses of loader scripts, styles and tracking pixels
 * @param inline literal strings by which an inline loader is known, any of them
 * @param elements empty helper elements, by name and id
 * @param parked markup that a consent tool has made wait, of which only element, class and attribute count
 */
public record Companions(
        List<AddressPattern> resources, List<String> inline, List<Helper> elements, List<Form> parked) {

    public static Companions none() {
        return new Companions(List.of(), List.of(), List.of(), List.of());
    }

    /** Such as {@code div#fb-root}. */
    public record Helper(String element, String id) {}
}
