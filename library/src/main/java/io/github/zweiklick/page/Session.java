package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.share.ShareLinks;
import io.github.zweiklick.share.ShariffWords;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is common to all documents and rounds of one page: a page may hold others in {@code srcdoc}. */
final class Session implements PageMarkup.Embeds {
    final Catalogue catalogue;
    final EmbedForms forms;
    final ParkedMarkup parked;
    final PlainElements plain;
    final ShareLinks shares;
    /** Empty where Shariff's markup is left alone. */
    final Optional<ShariffWords> shariff;

    final ConsentTools consentTools = new ConsentTools();
    final PageSource source;
    final PageMarkup markup;
    final LinkHosts links;
    final Notes notes;
    private final Set<String> embedded = new HashSet<>();
    private final Map<String, Set<String>> blocked = new HashMap<>();
    private final Set<Finding> reported = new LinkedHashSet<>();
    private final String place;
    /** Whether the page goes out as it came, and what is told is what would be done. */
    private final boolean observing;

    private int number;
    private Optional<Duration> lifetime = Optional.empty();

    Session(Recognition recognition, PageSource source, PageMarkup markup) {
        this(recognition, source, markup, LinkRule.LEFT, false, Notes.NONE);
    }

    Session(
            Recognition recognition,
            PageSource source,
            PageMarkup markup,
            LinkRule rule,
            boolean observing,
            Notes notes) {
        this.catalogue = recognition.catalogue();
        this.forms = recognition.forms();
        this.parked = recognition.parked();
        this.plain = recognition.plain();
        this.shares = recognition.shares();
        this.shariff = recognition.shariff();
        this.source = source;
        this.markup = markup;
        this.links = new LinkHosts(rule);
        this.observing = observing;
        this.notes = notes;
        // The query may hold personal data.
        this.place = source.address().origin() + source.address().path();
    }

    @Override
    public Optional<Embed> at(WebUrl address) {
        return catalogue.recogniseLink(address).filter(Embed::isLoadable);
    }

    @Override
    public int nextNumber() {
        return ++number;
    }

    /** A number that stands in the page already; further ones are larger. */
    void taken(int taken) {
        number = Math.max(number, taken);
    }

    /** The page holds what may be another after this time. */
    void keepFor(Duration time) {
        lifetime = Optional.of(
                lifetime.filter(shorter -> shorter.compareTo(time) < 0).orElse(time));
    }

    /** How long the page may be kept; empty where nothing in it bounds that. */
    Optional<Duration> lifetime() {
        return lifetime;
    }

    void embedded(String serviceId) {
        embedded.add(serviceId);
    }

    boolean hasEmbedOf(String serviceId) {
        return embedded.contains(serviceId);
    }

    /** Notes that a host was kept from an element, once a page. */
    void blocked(String element, Addresses.Foreign foreign) {
        Reports.blocked(this, element, foreign.host(), foreign.url());
    }

    /** The same of a host that no service is known by. */
    void blocked(String element, String host) {
        if (blocked.computeIfAbsent(host, name -> new HashSet<>()).add(element)) {
            Reports.blocked(this, element, host, Optional.empty());
        }
    }

    boolean isObserving() {
        return observing;
    }

    /** For messages: {@code was}, or {@code would be} where nothing is done. */
    String was() {
        return observing ? "would be" : "was";
    }

    /** Notes a finding, once a page. */
    void report(Finding.Kind kind, String message, String remedy) {
        reported.add(new Finding(kind, place, message, remedy, Optional.empty(), observing));
    }

    /** Notes a finding, once a page, that would not be there were a host the site's own. */
    void report(Finding.Kind kind, String message, String remedy, String host) {
        reported.add(new Finding(kind, place, message, remedy, Optional.of(host), observing));
    }

    /** Reports what was found, once it is certain which way the page went, and tells it. */
    List<Finding> flush(FindingSink findings) {
        consentTools.report(this);
        reported.forEach(findings::report);
        return List.copyOf(reported);
    }
}
