package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Reads pasted elements by the catalogue's forms, the plain way a page's rewriter does. */
final class Pasted {
    private static final List<String> FRAMES = List.of("src", "data-src", "data", "value", "movie");

    private Pasted() {}

    /** The embed an element is, by its form or by the address it loads. */
    static Optional<Embed> read(Catalogue catalogue, Element element) {
        for (String name : List.of(element.normalName(), "*")) {
            for (Service service : catalogue.services()) {
                for (EmbedKind kind : service.embeds()) {
                    for (Form form : kind.forms()) {
                        Optional<Embed> embed = form.element().equals(name) && fits(form, element)
                                ? read(catalogue, service, kind, form, element)
                                : Optional.empty();
                        if (embed.isPresent()) {
                            return embed;
                        }
                    }
                }
            }
        }
        boolean isFrame = List.of("iframe", "embed", "object", "param").contains(element.normalName());
        return isFrame
                ? FRAMES.stream()
                        .flatMap(attribute -> WholeAddress.parse(element.attr(attribute)).stream())
                        .flatMap(address -> catalogue.recognise(address).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the element is of the form, whatever its values. */
    static boolean fits(Form form, Element element) {
        return form.className().map(element::hasClass).orElse(true)
                && form.attribute()
                        .map(test -> element.hasAttr(test.name())
                                && test.pattern()
                                        .matcher(element.attr(test.name()))
                                        .find())
                        .orElse(true);
    }

    /** The embed an element is by one form. */
    static Optional<Embed> read(Catalogue catalogue, Service service, EmbedKind kind, Form form, Element element) {
        Map<String, String> raw = new LinkedHashMap<>();
        if (form.address().isPresent()) {
            Optional<Embed> addressed = addresses(form.address().get(), element).stream()
                    .flatMap(text -> WholeAddress.parse(text).stream())
                    .flatMap(url -> catalogue.recognise(service, kind, url).stream())
                    .findFirst();
            if (addressed.isEmpty()) {
                return Optional.empty();
            }
            raw.putAll(addressed.get().captures());
        }
        form.captures().forEach((attribute, target) -> {
            if (element.hasAttr(attribute)) {
                String value = element.attr(attribute);
                if (target instanceof Form.Target.Whole whole) {
                    raw.put(whole.capture(), value);
                } else if (target instanceof Form.Target.Groups groups) {
                    raw.putAll(groups.values(value));
                }
            }
        });
        return catalogue.rebuild(service.id(), kind.id(), raw);
    }

    private static List<String> addresses(String where, Element element) {
        if (!where.startsWith("link:")) {
            return List.of(element.attr(where));
        }
        List<String> links = new ArrayList<>(element.select("a[href]").eachAttr("href"));
        if (where.equals("link:last")) {
            Collections.reverse(links);
        }
        return links;
    }
}
