package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Companions;
import io.github.zweiklick.catalogue.Form;
import io.github.zweiklick.catalogue.RequiredText;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.text.Literals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    static final int TEMPLATE = 1 << 22;
    static final int COLUMN = 1 << 23;
    /** Its {@code href} is a link. */
    static final int ANCHOR = 1 << 24;
    /** Says where a form goes. */
    static final int SUBMITTER = 1 << 25;
    /** A code is known by an attribute of it. */
    static final int MARKED = 1 << 26;

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
    /** As {@link #TRIGGER}, on elements that are {@link #MARKED} by it only. */
    static final int MARK = 1 << 18;

    private static final Set<String> RAW_ELEMENTS =
            Set.of("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script");

    private static final Set<String> INTEGRATION = Set.of("foreignobject", "desc", "title");

    private static final Set<String> NOT_IN_SVG_ELEMENTS = Stream.of(
                    RAW_ELEMENTS,
                    Lexer.BREAKOUT,
                    INTEGRATION,
                    Contact.FRAMES,
                    Set.of("font", "select", "noscript", "template", "input", "button"))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());

    final NameTable elements;
    /** What is to be known of elements in SVG besides. */
    final NameTable inSvg;

    final NameTable attributes;
    final ClassNames classes;
    final NameTable ids;
    final NameTable hosts;
    /** Hosts that stand anywhere in the catalogue. */
    final NameTable networks;

    final Marks marks = new Marks();
    final Prefixes idPrefixes;
    final Prefixes namePrefixes;
    final Literals loaders;
    /** Texts of which one stands in the address of any script by which a code is known, whatever its host. */
    final Literals scripts;

    private final List<String> idStarts = new ArrayList<>();
    private final List<String> classStarts = new ArrayList<>();
    private final List<String> nameStarts = new ArrayList<>(List.of("zweiklick-"));

    private Interests(Recognition known) {
        Catalogue catalogue = known.catalogue();
        Map<String, Integer> elementBits = new HashMap<>();
        Map<String, Integer> attributeBits = new HashMap<>();
        structure(elementBits);
        contacts(elementBits, attributeBits);
        forgeries(attributeBits);
        Set<String> classNames = new HashSet<>(known.classes());
        Map<String, Integer> idNames = new HashMap<>(Map.of("zweiklick-form", 1));
        for (Service service : catalogue.services()) {
            Companions companions = service.companions();
            Stream.concat(
                            service.embeds().stream().flatMap(kind -> kind.forms().stream()),
                            companions.parked().stream())
                    .forEach(form -> {
                        form.className().ifPresent(name -> classNames.add(Ascii.lower(name)));
                        form(form, elementBits, attributeBits);
                    });
            companions.elements().forEach(helper -> idNames.put(Ascii.lower(helper.id()), 1));
            add(elementBits, companions.plain().keySet(), ALWAYS);
        }
        Map<String, Integer> hostNames = new HashMap<>();
        add(hostNames, catalogue.hosts(), 1);
        Map<String, Integer> notInSvg = new HashMap<>();
        add(notInSvg, NOT_IN_SVG_ELEMENTS, NOT_IN_SVG);
        this.elements = NameTable.of(elementBits);
        this.inSvg = NameTable.of(notInSvg);
        this.attributes = NameTable.of(attributeBits);
        this.classes = new ClassNames(classNames, classStarts);
        this.ids = NameTable.of(idNames);
        this.hosts = NameTable.of(hostNames);
        Map<String, Integer> networkNames = new HashMap<>();
        add(networkNames, catalogue.networkHosts().names(), 1);
        this.networks = NameTable.of(networkNames);
        this.idPrefixes = new Prefixes(idStarts);
        this.namePrefixes = new Prefixes(nameStarts);
        this.scripts = Literals.of(scripts(catalogue));
        this.loaders = Literals.of(catalogue.inlineHints());
    }

    private static List<String> scripts(Catalogue catalogue) {
        List<Pattern> patterns = new ArrayList<>(catalogue.companionPathsAnywhere());
        for (Service service : catalogue.services()) {
            service.embeds().stream()
                    .flatMap(kind -> kind.forms().stream())
                    .filter(form ->
                            form.element().equals("script") || form.element().equals("*"))
                    .flatMap(form -> form.attribute().stream())
                    .filter(test -> test.name().equals("src"))
                    .forEach(test -> patterns.add(test.pattern()));
        }
        return patterns.stream().map(RequiredText::of).toList();
    }

    static Interests of(Recognition known) {
        return new Interests(known);
    }

    private static void structure(Map<String, Integer> elements) {
        add(elements, RAW_ELEMENTS, RAW);
        add(elements, Contact.FRAMES, FRAME);
        add(elements, Set.of("frame", "frameset", "math", "plaintext"), AMBIGUOUS);
        add(elements, Set.of("object", "applet", "embed", "portal", "fencedframe", "zweiklick-embed"), ALWAYS);
        add(elements, Judge.OURS, ALWAYS);
        add(elements, Set.of("option", "optgroup", "hr"), IN_SELECT);
        add(elements, Set.of("set", "animate", "animatecolor", "animatemotion", "animatetransform"), ANIMATION);
        add(elements, Set.of("base", "basefont", "bgsound", "link", "meta", "title"), IN_HEAD);
        add(elements, Set.of("noscript", "noframes", "style", "script", "template"), IN_HEAD);
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
        elements.merge("template", TEMPLATE, Interests::join);
        elements.merge("col", COLUMN, Interests::join);
        add(elements, OutwardLinks.LINKS, ANCHOR);
        add(elements, OutwardLinks.SUBMITTERS, SUBMITTER);
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
            // Plugins are looked at closely anyway, and what only one other element has is too rare to be told apart
            // here.
            boolean special = !contact.elements().isEmpty() && (bits & (ADDRESS | ADDRESSES)) != 0;
            boolean animated = contact.elements().contains("animate")
                    && !contact.attribute().equals("href");
            attributes.merge(contact.attribute(), animated ? ANIMATED : special ? TRIGGER : bits, Interests::join);
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
    private void form(Form form, Map<String, Integer> elements, Map<String, Integer> attributes) {
        if (form.className().isPresent()) {
            return;
        }
        if (form.attribute().isEmpty()) {
            elements.merge(form.element(), ALWAYS, Interests::join);
            return;
        }
        Form.AttributeTest test = form.attribute().get();
        Optional<String> prefix = Prefixes.of(test.pattern());
        if (test.name().equals("id") && prefix.isPresent()) {
            idStarts.add(prefix.get());
        } else if (test.name().equals("class") && prefix.isPresent()) {
            classStarts.add(prefix.get());
        } else if (test.name().equals("name") && prefix.isPresent()) {
            nameStarts.add(prefix.get());
        } else if (form.element().contains("-")) {
            elements.merge(form.element(), ALWAYS, Interests::join);
        } else if (!isSeenAnyway(form.element(), test.name())) {
            boolean anywhere = form.element().equals("*");
            String local = test.name().substring(test.name().indexOf(':') + 1);
            attributes.merge(local, anywhere ? TRIGGER : MARK, Interests::join);
            if (!anywhere) {
                elements.merge(form.element(), MARKED, Interests::join);
                marks.add(form.element(), local);
            }
        }
    }

    /** Foreign scripts and those of unusual types are looked at closely whatever they are. */
    private static boolean isSeenAnyway(String element, String attribute) {
        return element.equals("script") && (attribute.equals("src") || attribute.equals("type"));
    }

    private static void add(Map<String, Integer> table, Set<String> names, int bits) {
        names.forEach(name -> table.merge(name, bits, Interests::join));
    }

    private static int join(int one, int other) {
        return one | other;
    }
}
