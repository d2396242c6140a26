package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.CookieWrite;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.StoredCookie;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.url.WebUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What all pages did before any consent, gathered as an inspection tells it. */
final class Inspection {

    /** First and third parties, as the site's own hosts and all others are called there. */
    record Parties(Set<String> first, Set<String> third) {
        Parties() {
            this(new TreeSet<>(), new TreeSet<>());
        }

        void add(boolean own, String host) {
            (own ? first : third).add(host);
        }
    }

    /** @param domain without a leading dot */
    record CookieName(String domain, String name) {}

    /**
     * @param stored whether it was there when a part of the visit ended; else it was written and gone before
     * @param expires empty for the session's
     * @param written empty where the log does not have it
     */
    record Cookie(
            CookieName name,
            boolean own,
            boolean stored,
            Optional<Instant> expires,
            Optional<Instant> written,
            String page) {}

    /** Requests to one address, without its query, of a host that watches visitors. */
    record Beacon(String url, String host, Instant time, int count) {}

    record Socket(Instant time, String url) {}

    final Parties requests = new Parties();
    final Parties unrequested = new Parties();
    final Parties beaconHosts = new Parties();
    final Parties cookieHosts = new Parties();
    final Parties storageHosts = new Parties();
    final Parties linkHosts = new Parties();
    final Map<CookieName, Cookie> cookies = new LinkedHashMap<>();
    final Map<String, Set<String>> localStorage = new LinkedHashMap<>();
    final Map<String, Beacon> beacons = new LinkedHashMap<>();
    final Map<String, PageFacts.Link> links = new LinkedHashMap<>();
    final List<Socket> sockets = new ArrayList<>();

    private final List<String> firstParty;
    private final Catalogue catalogue;

    /** @param firstParty the site's own hosts beside those of the pages' addresses, as options name them */
    Inspection(List<String> firstParty, Catalogue catalogue) {
        this.firstParty = firstParty;
        this.catalogue = catalogue;
    }

    void add(PageResult page) {
        Predicate<Step> early = BeforeConsent.of(page);
        contacts(page.contacts().firstParty(), early, true);
        contacts(page.contacts().contacts(), early, false);
        exchanges(page, early);
        cookies(page, early);
        storage(page, early);
        for (PageFacts.Link link : page.facts().links()) {
            linkHosts.add(false, link.host());
            href(link).ifPresent(href -> links.putIfAbsent(href, link));
        }
    }

    private void contacts(List<Contact> contacts, Predicate<Step> early, boolean own) {
        Set<String> asked = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (Contact contact : contacts) {
            if (early.test(contact.step())) {
                all.add(contact.host());
                if (contact.level() == Level.REQUEST) {
                    asked.add(contact.host());
                }
            }
        }
        asked.forEach(host -> requests.add(own, host));
        all.removeAll(asked);
        all.forEach(host -> unrequested.add(own, host));
    }

    private void exchanges(PageResult page, Predicate<Step> early) {
        for (Exchange exchange : page.contacts().exchanges()) {
            if (!early.test(exchange.step())) {
                continue;
            }
            if (exchange.url().startsWith("ws")) {
                sockets.add(new Socket(exchange.time(), exchange.url()));
            }
            if (role(exchange.host()).filter(Service.Role.TRACKER::equals).isPresent()) {
                beaconHosts.add(isOwn(page, exchange.host()), exchange.host());
                String address = exchange.url().replaceFirst("[?#].*", "").replaceFirst("/$", "");
                beacons.merge(
                        address,
                        new Beacon(exchange.url(), exchange.host(), exchange.time(), 1),
                        (one, more) -> new Beacon(one.url(), one.host(), one.time(), one.count() + 1));
            }
        }
    }

    Optional<Service.Role> role(String host) {
        return catalogue.serviceOfHost(host).map(Service::role);
    }

    private void cookies(PageResult page, Predicate<Step> early) {
        Map<CookieName, Instant> written = new LinkedHashMap<>();
        for (CookieWrite write : page.contacts().cookies()) {
            if (early.test(write.step())) {
                written.putIfAbsent(new CookieName(bare(write.domain()), write.name()), write.time());
            }
        }
        Map<CookieName, Optional<Instant>> stored = new LinkedHashMap<>();
        page.steps().stream()
                .filter(step -> early.test(step.step()))
                .map(step -> step.stored().cookies())
                .flatMap(Collection::stream)
                .forEach(cookie -> stored.put(new CookieName(cookie.host(), cookie.name()), cookie.expires()));
        Set<CookieName> all = new LinkedHashSet<>(stored.keySet());
        all.addAll(written.keySet());
        for (CookieName name : all) {
            boolean own = isOwn(page, name.domain()) || host(page.url()).endsWith("." + name.domain());
            cookieHosts.add(own, name.domain());
            cookies.putIfAbsent(
                    name,
                    new Cookie(
                            name,
                            own,
                            stored.containsKey(name),
                            stored.getOrDefault(name, Optional.empty()),
                            Optional.ofNullable(written.get(name)),
                            page.url()));
        }
    }

    private static String bare(String domain) {
        return new StoredCookie(domain, "", Optional.empty()).host();
    }

    private void storage(PageResult page, Predicate<Step> early) {
        page.steps().stream()
                .filter(step -> early.test(step.step()))
                .map(step -> step.stored().localStorage())
                .filter(keys -> !keys.isEmpty())
                .forEach(keys -> {
                    storageHosts.add(isOwn(page, host(page.shown())), host(page.shown()));
                    localStorage
                            .computeIfAbsent(origin(page.shown()), origin -> new TreeSet<>())
                            .addAll(keys);
                });
    }

    boolean isOwnOrigin(String origin) {
        return storageHosts.first().contains(host(origin));
    }

    private boolean isOwn(PageResult page, String host) {
        return host.equals(host(page.url())) || HostList.covers(firstParty, host);
    }

    static String host(String url) {
        return WebUrl.parse(url).map(WebUrl::host).orElse("");
    }

    private static String origin(String url) {
        return WebUrl.parse(url).map(WebUrl::origin).orElse(url);
    }

    /** The start tag can be cut short: half an address is none. */
    private static Optional<String> href(PageFacts.Link link) {
        int begin = link.tag().indexOf(" href=\"");
        int end = link.tag().indexOf('"', begin + 7);
        return begin < 0 || end < 0
                ? Optional.empty()
                : Optional.of(link.tag().substring(begin + 7, end).replaceFirst("#.*", ""));
    }
}
