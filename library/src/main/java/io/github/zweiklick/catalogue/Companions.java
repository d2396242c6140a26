package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What comes along with a service's embed codes and is removed with them.
 *
 * @param resources addresses of loader scripts, styles and tracking pixels
 * @param inline literal strings by which an inline loader is known, any of them
 * @param elements empty helper elements, by name and id
 * @param parked markup that a consent tool has made wait, of which only element, class and attribute count
 * @param plain elements that its script turns into plain ones of HTML, and into which
 */
public record Companions(
        List<AddressPattern> resources,
        List<String> inline,
        List<Helper> elements,
        List<Form> parked,
        Map<String, String> plain) {

    public static Companions none() {
        return new Companions(List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /** Such as {@code div#fb-root}. */
    public record Helper(String element, String id) {}
}
