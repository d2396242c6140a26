package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Companions;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Form;
import io.github.zweiklick.catalogue.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which names a tag may concern us: what no table here holds cannot make a browser contact anyone, nor is it an
 * embed. Made once from {@link Contact} and the catalogue.
 */
final class Interests {
    // What is to be known of an element.
    /** Its {@code href} loads. */
    static final int HREF = 1;
    /** Shows a document of another host. */
    static final int FRAME = 1 << 1;
    /** Always looked at closely. */
    static final int ALWAYS = 1 << 2;
    /** Holds text in which no tag is read. */
    static final int RAW = 1 << 3;

    static final int SCRIPT = 1 << 4;
    static final int STYLE = 1 << 5;
    static final int NOSCRIPT = 1 << 6;
    static final int SVG = 1 << 7;
    static final int SELECT = 1 << 8;
    /** Makes the tokenizer depend on the tree in a way that is not followed here. */
    static final int AMBIGUOUS = 1 << 9;
    /** Changes in SVG how the rest is read, or is read differently there. */
    static final int NOT_IN_SVG = 1 << 10;
    /** May stand in a {@code select}. */
    static final int IN_SELECT = 1 << 11;

    static final int ANIMATION = 1 << 12;
    static final int PARAM = 1 << 13;
    static final int HEAD = 1 << 14;
    static final int BODY = 1 << 15;
    static final int HTML = 1 << 16;
    /** May stand before the body begins. */
    static final int IN_HEAD = 1 << 17;

    static final int TITLE = 1 << 18;
    static final int BASE = 1 << 19;
    static final int DESC = 1 << 20;
    static final int LINK = 1 << 21;

    // What is to be known of an attribute.
    static final int ADDRESS = 1;
    static final int SOURCE_SET = 1 << 1;
    static final int ADDRESSES = 1 << 2;
    static final int CSS = 1 << 3;
    static final int REFERENCE = 1 << 4;
    static final int CLASS = 1 << 5;
    static final int ID = 1 << 6;
    static final int NAME = 1 << 7;
    static final int ACTION = 1 << 8;
    static final int TYPE = 1 << 9;
    static final int PRAGMA = 1 << 10;
    static final int LAZY = 1 << 11;
    static final int ANIMATED = 1 << 12;
    static final int VALUE = 1 << 13;
    /** Its mere presence is a reason to look closely. */
    static final int TRIGGER = 1 << 14;

    static final int FORM = 1 << 15;
    /** Of SVG; may hold a {@code url()}. */
    static final int PRESENTATION = 1 << 16;

    static final int RELATION = 1 << 17;

    private static final Set<String> RAW_ELEMENTS =
            Set.of("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script");

    private static final Set<String> NOT_IN_SVG_ELEMENTS = Stream.of(
                    RAW_ELEMENTS,
                    Lexer.BREAKOUT,
                    Lexer.INTEGRATION,
                    Contact.FRAMES,
                    Set.of("font", "select", "noscript", "template", "input", "button"))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());

    final NameTable elements;
    /** What is to be known of elements in SVG besides. */
    final NameTable inSvg;

    final NameTable attributes;
    final NameTable classes;
    final NameTable ids;
    final NameTable hosts;
    final Literals loaders;

    private Interests(Map<String, Integer> elements, Map<String, Integer> attributes, Catalogue catalogue) {
        this.elements = NameTable.of(elements);
        Map<String, Integer> notInSvg = new HashMap<>();
        add(notInSvg, NOT_IN_SVG_ELEMENTS, NOT_IN_SVG);
        this.inSvg = NameTable.of(notInSvg);
        this.attributes = NameTable.of(attributes);
        Map<String, Integer> classNames = new HashMap<>(Map.of("zweiklick-embed", 1));
        Map<String, Integer> idNames = new HashMap<>(Map.of("zweiklick-form", 1));
        List<String> inline = new ArrayList<>();
        for (Service service : catalogue.services()) {
            Stream<Form> forms = service.embeds().stream().flatMap(kind -> kind.forms().stream());
            Stream.concat(forms, service.companions().parked().stream())
                    .flatMap(form -> form.className().stream())
                    .forEach(name -> classNames.put(Ascii.lower(name), 1));
            service.companions().elements().stream()
                    .map(Companions.Helper::id)
                    .forEach(id -> idNames.put(Ascii.lower(id), 1));
            inline.addAll(service.companions().inline());
        }
        this.classes = NameTable.of(classNames);
        this.ids = NameTable.of(idNames);
        Map<String, Integer> hostNames = new HashMap<>();
        add(hostNames, catalogue.hosts(), 1);
        this.hosts = NameTable.of(hostNames);
        this.loaders = Literals.of(inline);
    }

    static Interests of(Catalogue catalogue) {
        Map<String, Integer> elements = new HashMap<>();
        Map<String, Integer> attributes = new HashMap<>();
        structure(elements);
        contacts(elements, attributes);
        forgeries(attributes);
        for (Service service : catalogue.services()) {
            for (EmbedKind kind : service.embeds()) {
                kind.forms().forEach(form -> form(form, elements, attributes));
            }
            service.companions().parked().forEach(form -> form(form, elements, attributes));
            add(elements, service.companions().plain().keySet(), ALWAYS);
        }
        return new Interests(elements, attributes, catalogue);
    }

    private static void structure(Map<String, Integer> elements) {
        add(elements, RAW_ELEMENTS, RAW);
        add(elements, Contact.FRAMES, FRAME);
        add(elements, Set.of("frame", "frameset", "math", "plaintext"), AMBIGUOUS);
        add(elements, Set.of("object", "applet", "embed", "portal", "fencedframe", "zweiklick-embed"), ALWAYS);
        add(elements, Set.of("option", "optgroup", "hr"), IN_SELECT);
        add(elements, Set.of("set", "animate", "animatecolor", "animatemotion", "animatetransform"), ANIMATION);
        add(
                elements,
                Set.of("base", "basefont", "bgsound", "link", "meta", "title", "noscript", "noframes", "style", "script", "template"),
                IN_HEAD);
        elements.merge("link", LINK, Interests::join);
        elements.merge("script", SCRIPT, Interests::join);
        elements.merge("style", STYLE, Interests::join);
        elements.merge("title", TITLE, Interests::join);
        elements.merge("desc", DESC, Interests::join);
        elements.merge("noscript", NOSCRIPT, Interests::join);
        elements.merge("svg", SVG, Interests::join);
        elements.merge("select", SELECT, Interests::join);
        elements.merge("param", PARAM, Interests::join);
        elements.merge("head", HEAD, Interests::join);
        elements.merge("body", BODY, Interests::join);
        elements.merge("html", HTML, Interests::join);
        elements.merge("base", BASE, Interests::join);
    }

    private static void contacts(Map<String, Integer> elements, Map<String, Integer> attributes) {
        for (Contact contact : Contact.TABLE) {
            int bits = switch (contact.reading()) {
                case ADDRESS -> contact.attribute().equals("href") ? REFERENCE : ADDRESS;
                case ADDRESSES -> ADDRESSES;
                case SOURCE_SET -> SOURCE_SET;
                case STYLE -> CSS;
                case DOCUMENT -> TRIGGER;
            };
            boolean animated = contact.elements().contains("animate") && !contact.attribute().equals("href");
            attributes.merge(contact.attribute(), animated ? ANIMATED : bits, Interests::join);
            if (contact.attribute().equals("href")) {
                add(elements, contact.elements(), HREF);
            }
        }
        add(attributes, Set.copyOf(Contact.LAZY), LAZY);
        add(attributes, Contact.PRESENTATION, PRESENTATION);
        attributes.merge("value", VALUE, Interests::join);
        attributes.merge("http-equiv", PRAGMA, Interests::join);
        attributes.merge("rel", RELATION, Interests::join);
        attributes.merge("class", CLASS, Interests::join);
        attributes.merge("type", TYPE, Interests::join);
    }

    private static void forgeries(Map<String, Integer> attributes) {
        attributes.merge("id", ID, Interests::join);
        attributes.merge("name", NAME, Interests::join);
        attributes.merge("form", FORM, Interests::join);
        attributes.merge("data-zweiklick", TRIGGER, Interests::join);
        add(attributes, Set.of("action", "formaction"), ACTION);
    }

    /** An element or attribute by which a code is known without a class, which has a table of its own. */
    private static void form(Form form, Map<String, Integer> elements, Map<String, Integer> attributes) {
        if (form.className().isPresent()) {
            return;
        }
        if (form.attribute().isEmpty()) {
            elements.merge(form.element(), ALWAYS, Interests::join);
            return;
        }
        String attribute = form.attribute().get().name();
        boolean type = attribute.equals("type") && form.element().equals("script");
        // Unusual types of scripts are looked at closely anyway.
        attributes.merge(attribute.substring(attribute.indexOf(':') + 1), type ? TYPE : TRIGGER, Interests::join);
    }

    private static void add(Map<String, Integer> table, Set<String> names, int bits) {
        names.forEach(name -> table.merge(name, bits, Interests::join));
    }

    private static int join(int one, int other) {
        return one | other;
    }
}
