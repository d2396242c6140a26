package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.Addresses.Foreign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes the address out of markup that stays: attributes are renamed in place, style sheets lose the address only. */
final class Disarmer {
    private static final Map<String, List<Contact>> BY_ATTRIBUTE =
            Contact.TABLE.stream().collect(Collectors.groupingBy(Contact::attribute));

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Patchwork patchwork;
    private final List<Splice> splices;
    private final NestedDocument nested;
    private final Set<Integer> marked = new HashSet<>();
    private final Set<Integer> renamed = new HashSet<>();
    private final Loading loading;
    private final Notes notes;
    /** Where the parameter stands that was looked at last. */
    private int parameter = -1;

    private boolean tellsAddress;

    /** Rewrites the document of a {@code srcdoc}; empty where it is to be disarmed as a whole. */
    interface NestedDocument {
        Optional<String> rewrite(String document);
    }

    Disarmer(
            Session session,
            Examined page,
            Addresses addresses,
            Patchwork patchwork,
            List<Splice> splices,
            NestedDocument nested,
            Notes notes) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.patchwork = patchwork;
        this.splices = splices;
        this.nested = nested;
        this.notes = notes;
        this.loading = new Loading(page.source);
    }

    /** Disarms all attributes of a tag that would contact a foreign host. */
    void disarm(Candidate candidate) {
        StartTag tag = candidate.tag();
        Set<String> blocked = Set.of();
        List<Foreign> found = List.of();
        for (Attribute attribute : tag.attributes()) {
            Optional<Foreign> foreign = isOurs(attribute) ? Optional.empty() : examine(candidate, attribute);
            if (foreign.isPresent()) {
                if (found.isEmpty()) {
                    blocked = new LinkedHashSet<>();
                    found = new ArrayList<>();
                }
                blocked.add(attribute.name());
                found.add(foreign.get());
            }
        }
        if (!found.isEmpty()) {
            notes.disarmed(tag, blocked, found);
            rename(tag, blocked);
            mark(candidate, found.get(0));
        }
    }

    boolean isOurs(Attribute attribute) {
        return patchwork.isOurs(attribute.nameStart());
    }

    private Optional<Foreign> examine(Candidate candidate, Attribute attribute) {
        StartTag tag = candidate.tag();
        String element = tag.localName();
        String name = attribute.localName();
        for (Contact contact : BY_ATTRIBUTE.getOrDefault(name, List.of())) {
            if (contact.concerns(element) && !loading.isInert(tag, name)) {
                Optional<Foreign> foreign = read(candidate, attribute, contact.reading());
                // An animation's value may also be that of a presentation attribute.
                return foreign.isPresent() || candidate.isHtml() || contact.reading() == Contact.Reading.STYLE
                        ? foreign
                        : presentation(attribute);
            }
        }
        if (element.equals("param") && name.equals("value")) {
            return isParameter(tag) ? address(attribute) : Optional.empty();
        }
        if (name.equals("href") && !candidate.isHtml() && isReference(candidate, attribute)) {
            return address(attribute);
        }
        boolean presents = Contact.PRESENTATION.contains(name) || !(candidate.isHtml() || isText(element, name));
        return presents ? presentation(attribute) : Optional.empty();
    }

    /** What is said, or where a link leads: no style, whatever it looks like. */
    private static boolean isText(String element, String name) {
        return name.startsWith("data-")
                || name.startsWith("aria-")
                || name.equals("title")
                || (name.equals("href") && element.equals("a"));
    }

    /** Told once for a tag, which may repeat its value thousands of times. */
    private boolean isParameter(StartTag tag) {
        if (parameter != tag.start()) {
            parameter = tag.start();
            tellsAddress =
                    page.source.value(tag, "name").filter(Contact::isParameter).isPresent();
        }
        return tellsAddress;
    }

    /** In SVG and MathML everything with an {@code href} but a link refers to something it needs. */
    private static boolean isReference(Candidate candidate, Attribute attribute) {
        boolean link = candidate.tag().localName().equals("a")
                || candidate.tag().localName().equals("area");
        boolean foreign = candidate.standing().isPresent() && !candidate.isHtml();
        return !link
                && !candidate.tag().localName().equals("link")
                && (foreign || attribute.name().contains(":"));
    }

    private Optional<Foreign> read(Candidate candidate, Attribute attribute, Contact.Reading reading) {
        return switch (reading) {
            case ADDRESS -> loaded(candidate.tag(), attribute);
            case ADDRESSES -> firstForeign(List.of(page.source.value(attribute).split("[ \\t\\n\\f\\r,;]+")));
            case SOURCE_SET -> firstForeign(SourceSet.addresses(page.source.value(attribute)));
            case STYLE -> {
                style(candidate, attribute);
                yield Optional.empty();
            }
            case DOCUMENT -> document(candidate, attribute);
        };
    }

    private Optional<Foreign> loaded(StartTag tag, Attribute attribute) {
        String value = page.source.value(attribute);
        if (Contact.FRAMES.contains(tag.localName())) {
            return addresses.foreignDocument(value);
        }
        return loading.isStyleSheet(tag) ? addresses.foreignStyleSheet(value) : addresses.foreign(value);
    }

    private Optional<Foreign> address(Attribute attribute) {
        return addresses.foreign(page.source.value(attribute));
    }

    private Optional<Foreign> firstForeign(List<String> values) {
        return values.stream()
                .filter(value -> !value.isEmpty())
                .flatMap(value -> addresses.foreign(value).stream())
                .findFirst();
    }

    /** Presentation attributes of SVG: {@code fill}, {@code mask}, {@code filter} and whatever comes. */
    private Optional<Foreign> presentation(Attribute attribute) {
        String value = page.source.value(attribute);
        if (value.indexOf('(') < 0 || attribute.name().startsWith("on")) {
            return Optional.empty();
        }
        return CssScanner.scan(value).stream()
                .flatMap(reference -> addresses.foreign(reference).stream())
                .findFirst();
    }

    private void style(Candidate candidate, Attribute attribute) {
        String raw = page.source.raw(attribute);
        if (raw.indexOf('&') < 0) {
            inStyle(candidate.tag(), new Span(attribute.valueStart(), attribute.valueEnd()))
                    .ifPresent(host -> mark(candidate, host));
            return;
        }
        String value = page.source.value(attribute);
        List<StyleReference> inner = StyleReference.in(
                SourceText.of(value, UnaryOperator.identity()), new Span(0, value.length()), addresses);
        if (inner.isEmpty()) {
            return;
        }
        notes.disarmed(
                candidate.tag(),
                Set.of(attribute.name()),
                inner.stream().map(StyleReference::foreign).toList());
        if (isCertain(candidate)) {
            List<Splice> disarming =
                    inner.stream().map(StyleReference::disarming).toList();
            splices.add(value(attribute, Patchwork.of(value).apply(disarming).text()));
        } else {
            rename(candidate.tag(), Set.of(attribute.name()));
        }
        mark(candidate, inner.get(0).foreign().host());
    }

    /** Replaces the addresses in a style sheet; gives the first foreign host. */
    Optional<String> inStyle(StartTag tag, Span sheet) {
        Optional<String> host = Optional.empty();
        for (StyleReference reference : StyleReference.in(page.source, sheet, addresses)) {
            Splice disarming = reference.disarming();
            splices.add(disarming);
            notes.takenOut(tag.name(), disarming.start(), disarming.end(), reference.foreign());
            host = host.or(() -> Optional.of(reference.foreign().host()));
        }
        return host;
    }

    private Optional<Foreign> document(Candidate candidate, Attribute attribute) {
        if (patchwork.isOurs(attribute.valueStart())) {
            // Rewritten in an earlier round; all of it is ours now.
            return Optional.empty();
        }
        String document = page.source.value(attribute);
        notes.enter(candidate.tag());
        Optional<String> rewritten = candidate.standing().isPresent() ? nested.rewrite(document) : Optional.empty();
        notes.leave();
        if (rewritten.isEmpty()) {
            return Optional.of(new Foreign("srcdoc", Optional.empty()));
        }
        if (!rewritten.get().equals(document)) {
            splices.add(value(attribute, rewritten.get()));
        }
        return Optional.empty();
    }

    /** A splice that gives an attribute another value. */
    private static Splice value(Attribute attribute, String value) {
        String escaped = Html.text(value).toString();
        return new Splice(
                attribute.valueStart(), attribute.valueEnd(), attribute.quoted() ? escaped : "\"" + escaped + "\"");
    }

    /** Renames all attributes of these names: the second of a pair counts once the first is gone. */
    void rename(StartTag tag, Set<String> names) {
        for (Attribute attribute : tag.attributes()) {
            if (names.contains(attribute.name()) && !isOurs(attribute)) {
                int colon = attribute.name().indexOf(':');
                if (!renamed.add(attribute.nameStart())) {
                    // It is also one of a tag around, as another reader sees it.
                    continue;
                }
                splices.add(Splice.insert(attribute.nameStart(), "data-zweiklick-"));
                if (colon >= 0) {
                    // In XML a prefix must be declared.
                    int at = attribute.nameStart() + colon;
                    splices.add(new Splice(at, at + 1, "-"));
                }
            }
        }
    }

    /** Says on the tag whose address was taken out, and tells the operator. */
    void mark(Candidate candidate, String host) {
        mark(candidate, new Foreign(host, Optional.empty()));
    }

    private void mark(Candidate candidate, Foreign foreign) {
        StartTag tag = candidate.tag();
        session.blocked(tag.name(), foreign);
        if (!marked.add(tag.start())) {
            return;
        }
        if (tag.localName().equals("script") && !hasOurs(tag, "type")) {
            silence(candidate);
        }
        if (!hasOurs(tag, "data-zweiklick-blocked")) {
            String value = Html.text(foreign.host()).toString();
            // Where the tree knows no such tag a quote could end somebody else's value.
            String written = isCertain(candidate) ? "\"" + value + "\"" : value + " ";
            splices.add(Splice.insert(tag.nameEnd(), " data-zweiklick-blocked=" + written));
        }
    }

    private boolean hasOurs(StartTag tag, String name) {
        for (Attribute attribute : tag.attributes()) {
            if (attribute.name().equals(name) && isOurs(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** In XML there is but one reading, and quotes must be. */
    private boolean isCertain(Candidate candidate) {
        return page.xml || candidate.standing().isPresent();
    }

    /** The whole content of a style sheet. */
    void takeOut(StartTag tag, Span content, Foreign foreign) {
        notes.takenOut(tag.name(), content.start(), content.end(), foreign);
        splices.add(new Splice(content.start(), content.end(), ""));
    }

    /** Makes a style sheet none, whatever it holds: the first type counts (HTML, 4.2.6). */
    void switchOff(Candidate candidate, Foreign foreign) {
        notes.disarmed(candidate.tag(), Set.of(), List.of(foreign));
        mark(candidate, foreign.host());
        silence(candidate);
    }

    /** A script without its address would run its content: the first type counts. */
    private void silence(Candidate candidate) {
        StartTag tag = candidate.tag();
        if (page.xml) {
            rename(tag, Set.of("type"));
        }
        String written = isCertain(candidate) ? " type=\"text/plain\"" : " type=text/plain ";
        splices.add(Splice.insert(tag.nameEnd(), written));
    }
}
