package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.PercentEncoding;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an address from captures.
 *
 * <p>{@code {name?text}} stands for the text where the capture is there and not {@code false}, for nothing in
 * {@code base} otherwise; a parameter's value that is made of an absent one is left out like any other.
 * {@code {name other}}, in a parameter only, stands for those of the captures that are there, a space between.
 *
 * @param base scheme, host and path; {@code {name}} is replaced by the capture, percent-encoded but for the
 *     characters a path segment may hold as they are ({@code : @ ! ,}; RFC 3986, section 3.3); {@code {+name}} as it
 *     is, for captures that are whole addresses or hosts
 * @param query parameters in their order, always percent-encoded; a parameter whose value names an absent capture is
 *     left out; names that begin with a hash go into the fragment ({@code #t})
 */
public record AddressTemplate(String base, Map<String, String> query) {

    public AddressTemplate {
        query = Ordered.copy(query);
    }

    /**
     * The address for these captures.
     *
     * @throws IllegalArgumentException where {@code base} names an absent capture: templates name required ones only
     */
    public String expand(Map<String, String> captures) {
        StringBuilder out = new StringBuilder(base.length() + 64);
        for (TemplateText.Part part : TemplateText.parse(base)) {
            out.append(part.inBase(captures)
                    .orElseThrow(() -> new IllegalArgumentException("the template " + base + " needs the capture "
                            + part.names() + ", which is not in " + captures)));
        }
        StringBuilder fragment = new StringBuilder();
        query.forEach((name, text) -> value(text, captures)
                .map(PercentEncoding::component)
                .ifPresent(value -> {
                    boolean inFragment = name.startsWith("#");
                    StringBuilder target = inFragment ? fragment : out;
                    target.append(inFragment ? separator(fragment, '#') : separator(out, '?'));
                    target.append(PercentEncoding.component(inFragment ? name.substring(1) : name))
                            .append('=')
                            .append(value);
                }));
        return out.append(fragment).toString();
    }

    private static char separator(StringBuilder out, char first) {
        return out.indexOf(String.valueOf(first)) < 0 ? first : '&';
    }

    private static Optional<String> value(String text, Map<String, String> captures) {
        StringBuilder out = new StringBuilder();
        for (TemplateText.Part part : TemplateText.parse(text)) {
            Optional<String> value = part.inQuery(captures);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            out.append(value.get());
        }
        return Optional.of(out.toString());
    }
}
