package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.page.PageMarkup.Placeholder;
import io.github.zweiklick.policy.OutAddress;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Markup of an author's that pretends to be ours: a form aimed at the airlock would load a service by a click on
 * anything, and our script trusts our names. A placeholder is ours, as in a page that was rewritten before, if it is the very
 * one that would be written for what it names.
 */
final class Forgeries {
    private static final Set<String> BARS = Set.of("zweiklick-settings", "zweiklick-share");

    /** What buttons and lines in these do, none of which allows anything. */
    private static final Set<String> HARMLESS =
            Set.of("withdraw", "all", "refused", "unstorable", "copy", "system", "print");

    private static final Set<String> STATE = Set.of("data-state", "data-service", "data-notice");

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Disarmer disarmer;
    /** What is ours, without the author's own words in it. */
    private final List<Span> proven = new ArrayList<>();
    /** The last element that said it were settings or a share bar. */
    private Span bar = new Span(0, 0);
    /** How much may still be read to tell, in characters: that of hundreds of placeholders. */
    private int readable = 2 << 20;

    Forgeries(Session session, Examined page, Addresses addresses, Disarmer disarmer) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.disarmer = disarmer;
    }

    void disarm(Candidate candidate) {
        StartTag tag = candidate.tag();
        boolean ours = tag.name().equals("zweiklick-embed") && !isUnavailable(tag);
        if (ours) {
            prove(tag);
        } else if (BARS.contains(tag.name())) {
            bar = new Span(tag.start(), end(tag));
        }
        if (proven.stream().anyMatch(span -> isIn(span, tag)) || isForm(tag)) {
            return;
        }
        Set<String> names = Set.of();
        for (Attribute attribute : tag.attributes()) {
            if (!disarmer.isOurs(attribute) && (isForged(tag, attribute) || (ours && isState(attribute)))) {
                names = names.isEmpty() ? new TreeSet<>() : names;
                names.add(attribute.name());
            }
        }
        if (!names.isEmpty()) {
            disarmer.rename(tag, names);
            Reports.forged(session, "<" + tag.name() + "> with " + String.join(", ", names));
        }
    }

    private void prove(StartTag tag) {
        int end = page.source.value(tag, "data-notice").isPresent() ? end(tag) : tag.start();
        if (end == tag.start()) {
            return;
        }
        Optional<Placeholder> again =
                session.markup.again(page.source.decoded(tag.start(), end), session.catalogue::rebuild);
        String before = again.map(markup -> markup.before().toString()).orElse("");
        String after = again.map(markup -> markup.after().toString()).orElse("");
        String written = page.source.raw(tag.start(), end);
        if (again.isPresent()
                && written.length() >= before.length() + after.length()
                && written.startsWith(before)
                && written.endsWith(after)) {
            proven.add(new Span(tag.start(), tag.start() + before.length()));
            proven.add(new Span(end - after.length(), end));
        }
    }

    /** Where an element ends; its start where it has no end, or where enough of the page has been read for such. */
    private int end(StartTag tag) {
        if (readable < 0) {
            return tag.start();
        }
        int end = page.reach(tag).map(Extent::end).orElse(tag.start());
        readable -= end > tag.start() ? end - tag.start() : Extents.CAP;
        return end;
    }

    private static boolean isIn(Span span, StartTag tag) {
        return span.start() <= tag.start() && tag.start() < span.end();
    }

    /** The form that the buttons of placeholders use: without a field or an address it does nothing. */
    private boolean isForm(StartTag tag) {
        return tag.name().equals("form")
                && page.source.stands(session.markup.form().toString(), tag.start());
    }

    private static boolean isState(Attribute attribute) {
        return STATE.contains(attribute.name());
    }

    /** One that cannot be loaded, in which our script does nothing. */
    private boolean isUnavailable(StartTag tag) {
        return page.source.value(tag, "data-notice").isEmpty()
                && page.source
                        .value(tag, "data-state")
                        .filter("unavailable"::equals)
                        .isPresent();
    }

    private boolean isForged(StartTag tag, Attribute attribute) {
        return switch (attribute.name()) {
            case "action", "formaction" -> isEndpoint(page.source.value(attribute));
            case "id" -> page.source.value(attribute).equals("zweiklick-form");
            case "name" -> page.source.value(attribute).startsWith("zweiklick-");
            case "form" -> page.source.value(attribute).equals("zweiklick-form");
            case "data-zweiklick" -> !(isIn(bar, tag) && HARMLESS.contains(page.source.value(attribute)));
            default -> false;
        };
    }

    private boolean isEndpoint(String value) {
        String base = session.source.base();
        return addresses.bases().stream()
                .flatMap(from -> WebUrl.parse(value, from).stream())
                .filter(url -> addresses.own().contains(url.host()))
                .map(url -> decoded(url.path()))
                .anyMatch(path -> (path.equals(base) || path.startsWith(base + "/") || path.startsWith(base + ";"))
                        && !isWayOut(path.substring(base.length())));
    }

    /** Leads to other sites, which any link may, and opens nothing. */
    private static boolean isWayOut(String path) {
        return path.equals(OutAddress.PATH)
                || (path.startsWith(OutAddress.FORM)
                        && path.substring(OutAddress.FORM.length()).matches("[A-Za-z0-9_-]+"));
    }

    /** A server takes {@code %61} for an a, and several slashes for one. */
    private static String decoded(String path) {
        return new PercentDecoding(path).text().replaceAll("/{2,}", "/");
    }
}
