package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.page.PageMarkup.Former;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.policy.OutAddress;
import io.github.zweiklick.url.WebUrl;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markup of an author's that pretends to be ours: a form aimed at the airlock would load a service by a click on
 * anything, and our script trusts our names. A placeholder is ours, as in a page that was rewritten before, if it is the very
 * one that would be written for what it names, with nothing in it but words that stay in their place.
 */
final class Forgeries {
    private static final Set<String> BARS = Set.of("zweiklick-settings", "zweiklick-share");

    /** What buttons and lines in these do, none of which allows anything. */
    private static final Set<String> HARMLESS =
            Set.of("withdraw", "all", "refused", "unstorable", "copy", "system", "print");

    private static final Set<String> STATE = Set.of("data-state", "data-service", "data-notice");

    /** Elements whose end the fast way looks for. */
    private static final int MANY = 500;

    private static final Pattern HEADING = Pattern.compile("<h([2-5]) class=\"zweiklick-title\">");

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Disarmer disarmer;
    /** Where elements begin that are replaced as a whole. */
    private final NavigableSet<Integer> judged;
    /** What of the last one proven stands before and after the author's own words. */
    private Span before = new Span(0, 0);

    private Span after = new Span(0, 0);
    /** The last element that said it were settings or a share bar. */
    private Span bar = new Span(0, 0);

    private int asked;

    Forgeries(Session session, Examined page, Addresses addresses, Disarmer disarmer, NavigableSet<Integer> judged) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.disarmer = disarmer;
        this.judged = judged;
    }

    void disarm(Candidate candidate) {
        StartTag tag = candidate.tag();
        boolean ours = tag.name().equals("zweiklick-embed") && !isUnavailable(tag);
        if (ours && page.source.value(tag, "data-notice").isPresent()) {
            end(tag).ifPresent(end -> prove(candidate, end));
        } else if (BARS.contains(tag.name())) {
            end(tag).ifPresent(end -> examineBar(tag, end));
        }
        if (isIn(before, tag) || isIn(after, tag) || isForm(candidate)) {
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

    /** Where an element ends. The exact way knows that already; the fast way reads on for each, and gives up where that would add up. */
    private OptionalInt end(StartTag tag) {
        Optional<Extent> extent = page.reach(tag);
        if (extent.isEmpty() || ++asked > MANY) {
            page.needAnotherLook();
        }
        return extent.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(extent.get().end());
    }

    private void prove(Candidate candidate, int end) {
        StartTag tag = candidate.tag();
        Integer inside = judged.higher(tag.start());
        if (inside != null && inside < end) {
            // Its words would be others after this.
            return;
        }
        Optional<Former> former =
                session.markup.again(page.source.decoded(tag.start(), end), session.catalogue::rebuild);
        if (former.isEmpty() || !isWhole(candidate, end) || !isOwn(former.get().poster())) {
            return;
        }
        String first = former.get().before().toString();
        String last = former.get().after().toString();
        if (page.source.stands(first, tag.start()) && page.source.stands(last, end - last.length())) {
            before = new Span(tag.start(), tag.start() + first.length());
            after = new Span(end - last.length(), end);
            session.markup.stands(former.get().embed());
        }
    }

    /** Whether the page around it ends it nowhere else. */
    private boolean isWhole(Candidate candidate, int end) {
        return page.extent(candidate).filter(extent -> extent.end() == end).isPresent();
    }

    private boolean isOwn(Optional<Poster> poster) {
        return poster.flatMap(picture -> addresses.foreign(picture.address())).isEmpty();
    }

    /** Settings may let visitors allow something: they are ours like a placeholder. */
    private void examineBar(StartTag tag, int end) {
        bar = new Span(tag.start(), end);
        Optional<String> language = page.source.value(tag, "lang");
        if (tag.name().equals("zweiklick-settings") && language.isPresent()) {
            String written = page.source.raw(tag.start(), end);
            Matcher heading = HEADING.matcher(written);
            int level = heading.find() ? Integer.parseInt(heading.group(1)) : 2;
            Occurrence where = Occurrence.plain(0, PageMarkup.Place.FLOW, language.get(), level);
            if (session.markup.settings(where).toString().equals(written)) {
                before = bar;
            }
        }
    }

    private static boolean isIn(Span span, StartTag tag) {
        return span.start() <= tag.start() && tag.start() < span.end();
    }

    /** The form that the buttons of placeholders use: without a field or an address it does nothing. */
    private boolean isForm(Candidate candidate) {
        StartTag tag = candidate.tag();
        return tag.name().equals("form")
                && candidate.isHtml()
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
