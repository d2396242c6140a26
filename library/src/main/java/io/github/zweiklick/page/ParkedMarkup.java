package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Form;
import io.github.zweiklick.catalogue.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the markup that other consent tools on the site have made wait, by element and attribute. */
final class ParkedMarkup {
    private record Entry(Service tool, Form form) {}

    /** By the attribute that must be there: all but a few tags are passed by look-ups that find nothing. */
    private final Map<String, List<Entry>> byAttribute = new HashMap<>();

    /** By the token that must be in the class, where no attribute is asked for. */
    private final Map<String, List<Entry>> byClass = new HashMap<>();

    /** By the element's name, where that is all. */
    private final Map<String, List<Entry>> byElement = new HashMap<>();

    ParkedMarkup(Catalogue catalogue) {
        for (Service tool : catalogue.services()) {
            for (Form form : tool.companions().parked()) {
                entries(form).add(new Entry(tool, form));
            }
        }
    }

    private List<Entry> entries(Form form) {
        if (form.attribute().isPresent()) {
            return byAttribute.computeIfAbsent(form.attribute().get().name(), name -> new ArrayList<>());
        }
        return form.className().isPresent()
                ? byClass.computeIfAbsent(form.className().get(), name -> new ArrayList<>())
                : byElement.computeIfAbsent(form.element(), name -> new ArrayList<>());
    }

    /** The tool whose mark a tag bears. */
    Optional<Service> tool(SourceText source, StartTag tag) {
        Optional<Service> named = first(byElement, tag.name(), source, tag);
        if (named.isPresent()) {
            return named;
        }
        Set<String> asked = new HashSet<>();
        for (Attribute attribute : tag.attributes()) {
            String name = attribute.name();
            boolean classes = name.equals("class");
            // Of a pair the first counts.
            if (!(classes || byAttribute.containsKey(name)) || !asked.add(name)) {
                continue;
            }
            Optional<Service> tool = first(byAttribute, name, source, tag);
            if (tool.isPresent()) {
                return tool;
            }
            for (String token : classes ? EmbedForms.tokens(source.value(attribute)) : List.<String>of()) {
                tool = first(byClass, token, source, tag);
                if (tool.isPresent()) {
                    return tool;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Service> first(
            Map<String, List<Entry>> entries, String key, SourceText source, StartTag tag) {
        for (Entry entry : entries.getOrDefault(key, List.of())) {
            if (fits(source, tag, entry.form())) {
                return Optional.of(entry.tool());
            }
        }
        return Optional.empty();
    }

    private static boolean fits(SourceText source, StartTag tag, Form form) {
        return (form.element().equals("*") || form.element().equals(tag.name()))
                && EmbedForms.hasAttribute(source, tag, form)
                && (form.className().isEmpty()
                        || source.value(tag, "class")
                                .filter(value -> EmbedForms.hasToken(
                                        value, form.className().get()))
                                .isPresent());
    }
}
