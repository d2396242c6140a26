package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Form;
import io.github.zweiklick.catalogue.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the markup that other consent tools on the site have made wait, by element and attribute. */
final class ParkedMarkup {
    private record Entry(Service tool, Form form) {}

    /** By the attribute that must be there: all but a few tags are passed by look-ups that find nothing. */
    private final Map<String, List<Entry>> byAttribute = new HashMap<>();

    ParkedMarkup(Catalogue catalogue) {
        for (Service tool : catalogue.services()) {
            for (Form form : tool.companions().parked()) {
                String attribute =
                        form.attribute().map(Form.AttributeTest::name).orElse("class");
                byAttribute
                        .computeIfAbsent(attribute, name -> new ArrayList<>())
                        .add(new Entry(tool, form));
            }
        }
    }

    /** The tool whose mark a tag bears. */
    Optional<Service> tool(SourceText source, StartTag tag) {
        for (Attribute attribute : tag.attributes()) {
            for (Entry entry : byAttribute.getOrDefault(attribute.name(), List.of())) {
                if (fits(source, tag, entry.form())) {
                    return Optional.of(entry.tool());
                }
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
