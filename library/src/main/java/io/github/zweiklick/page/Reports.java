package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.finding.Finding.Kind;
import io.github.zweiklick.json.Nearest;
import io.github.zweiklick.share.ShariffWords;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operator is told about a page. */
final class Reports {
    private static final String SHARIFF = "<div class=\"shariff\">";

    /** @param what of an element, and what can be done about it */
    private record Told(String what, String remedy) {
        static Told inside(String scheme) {
            return new Told(
                    "holds a document in its own address (" + scheme + ":), which is not examined,",
                    "Make it a page of the site.");
        }
    }

    /** Addresses that name no host, by what stands in its place. */
    private static final Map<String, Told> HOSTLESS = Map.of(
            Addresses.INVALID, new Told("has an address that cannot be read", "Correct the address."),
            Addresses.DATA, Told.inside(Addresses.DATA),
            Addresses.JAVASCRIPT, Told.inside(Addresses.JAVASCRIPT));

    private Reports() {}

    static void embeddedLoader(Session session, Notes notes, StartTag script, Service service) {
        notes.loader(script, service);
        session.report(
                Kind.BLOCKED_RESOURCE,
                "A long inline script also loads " + service.name() + "; it " + session.was()
                        + " left, and what it loads " + stopped(session) + " by the headers only",
                "Take the loader of " + service.name() + " out of that script; placeholders need none.");
    }

    private static String stopped(Session session) {
        return session.isObserving() ? "would be stopped" : "is stopped";
    }

    /** Told where nothing is done: of protected pages everybody sees it. */
    static void placeholder(Session session, Embed embed) {
        if (session.isObserving()) {
            session.report(
                    Kind.REPLACEMENT,
                    "An embed of " + embed.service().name() + " ("
                            + embed.kind().id()
                            + ") would become a placeholder "
                            + (embed.isLoadable()
                                    ? "with two buttons"
                                    : "with a link only, for facts on it are missing"),
                    "Nothing need be done");
        }
    }

    /** The same for every embed, so that a page tells it once. */
    static void noAlternative(Session session) {
        session.report(
                Kind.NO_ALTERNATIVE,
                "An embed has no alternative in the site's own words: whoever does not load it misses what it shows",
                "Write <zweiklick-embed href=\"\u2026\"><p>own words</p></zweiklick-embed> with the address of the content.");
    }

    /** @param id as the author wrote it */
    static void unknownService(Session session, String id) {
        unknownService(session, "<zweiklick-share>", id, Set.of());
    }

    /** @param names beside the catalogue's ids */
    private static void unknownService(Session session, String element, String id, Set<String> names) {
        List<String> ids = new ArrayList<>(
                session.shares.services().stream().map(Service::id).toList());
        ids.addAll(names);
        session.report(
                Kind.UNKNOWN_SERVICE,
                "A " + element + " names \"" + id + "\", a service where no page can be shared; it is left out",
                Nearest.to(id, ids)
                        .map(near -> "Write \"" + near + "\", if that is meant.")
                        .orElse("Write ids of docs/catalogue.md, such as " + ids.get(0) + "."));
    }

    static void unknownFeed(Session session, String id) {
        Set<String> known = session.markup.feeds();
        session.report(
                Kind.UNKNOWN_SERVICE,
                "A <zweiklick-feed> names \"" + id + "\", a source that is not configured; it is left out",
                Nearest.to(id, known)
                        .map(near -> "Write \"" + near + "\", if that is meant.")
                        .orElse(
                                known.isEmpty()
                                        ? "Configure it under \"feeds\"."
                                        : "Configure it under \"feeds\", or write one of " + String.join(", ", known)
                                                + "."));
    }

    static void feedWithoutSource(Session session) {
        session.report(
                Kind.UNKNOWN_SERVICE,
                "A <zweiklick-feed> names no source; nothing is shown in its place",
                "Write source=\"ID\", an id of \"feeds\" in the configuration.");
    }

    static void feedAttribute(Session session, String attribute, String value, String remedy) {
        session.report(
                Kind.UNREADABLE_EMBED,
                "A <zweiklick-feed> has " + attribute + "=\"" + value + "\", which is taken for the usual one",
                remedy);
    }

    /** @param name as it stands in the markup, which Shariff may know */
    static void unknownShariff(Session session, String name, ShariffWords words) {
        Optional<String> dead = words.dead(name);
        if (dead.isEmpty()) {
            unknownService(session, SHARIFF, name, words.renamed());
        } else {
            session.report(
                    Kind.UNKNOWN_SERVICE,
                    "A " + SHARIFF + " names \"" + name + "\", where no page can be shared any more (" + dead.get()
                            + "); it is left out",
                    "Delete it from data-services.");
        }
    }

    /** @param services what should be a list in JSON */
    static void unreadableShariff(Session session, String services) {
        session.report(
                Kind.UNREADABLE_EMBED,
                "The data-services of a " + SHARIFF + " is no list in JSON, and the usual services stand for it: "
                        + services,
                "Write data-services='[\"mail\", \"print\"]', with double quotes around each name.");
    }

    static void shariff(Session session) {
        if (session.isObserving()) {
            session.report(
                    Kind.REPLACEMENT,
                    "A " + SHARIFF + " would become links by which the page is shared",
                    "Nothing need be done");
        }
    }

    /** @param host empty where the address is one of no server at all */
    static void poster(Session session, Optional<String> host) {
        String message =
                "A poster of " + host.orElse("no server") + " " + session.was() + " left out of a <zweiklick-embed>";
        if (host.isEmpty()) {
            session.report(Kind.BLOCKED_RESOURCE, message, "Write the address of a picture on the site itself.");
        } else {
            session.report(
                    Kind.BLOCKED_RESOURCE,
                    message,
                    "Host the picture on the site itself, or declare " + host.get() + " the site's own if it is.",
                    host.get());
        }
    }

    static void link(Session session, Embed embed) {
        if (session.isObserving()) {
            session.report(
                    Kind.REPLACEMENT,
                    "A widget of " + embed.service().name() + " ("
                            + embed.kind().id() + ") would become a plain link",
                    "Nothing need be done");
        }
    }

    private static void companion(Session session, Service service) {
        if (session.isObserving()) {
            session.report(
                    Kind.REPLACEMENT,
                    "A script, style or picture that comes with the codes of " + service.name() + " would be left out",
                    "Nothing need be done, unless the page uses it for anything but embeds");
        }
    }

    static void removed(Session session, Verdict.Removed removed) {
        removed.dead().ifPresent(kind -> deadPlugin(session, removed.service(), kind));
        if (removed.service().role() == Service.Role.TRACKER) {
            tracker(session, removed.service());
        } else if (removed.dead().isEmpty()) {
            companion(session, removed.service());
        }
    }

    static void tracker(Session session, Service service) {
        session.report(
                Kind.TRACKER,
                "The page holds code of " + service.name() + ", which watches visitors; it " + session.was()
                        + " left out",
                "Delete its code from the page." + instead(service.instead()));
    }

    static void missing(Session session, Embed embed) {
        session.report(
                Kind.BLOCKED_RESOURCE,
                "The page needs " + embed.service().name() + " at a place where a box "
                        + (session.isObserving() ? "would stand" : "stands now"),
                embed.kind()
                        .instead()
                        .or(embed.service()::instead)
                        .orElse("Do without it, or declare its hosts the site's own if they are."));
    }

    private static String instead(Optional<String> text) {
        return text.map(sentence -> " " + sentence).orElse("");
    }

    static void deadPlugin(Session session, Service service, EmbedKind kind) {
        session.report(
                Kind.DEAD_PLUGIN,
                "The plugin \"" + kind.id() + "\" of " + service.name() + " is switched off by its provider and "
                        + session.was() + " left out",
                "Delete its code from the page." + instead(kind.instead()));
    }

    static void unknownFrame(Session session, String host) {
        session.report(
                Kind.UNKNOWN_FRAME,
                "A frame of " + host + " " + session.was() + " replaced by a box with a link",
                "Describe the service in a catalogue file, or declare the host the site's own if it is.",
                host);
    }

    /** Whose an address is. */
    static Optional<Service> known(Catalogue catalogue, String host, Optional<WebUrl> url) {
        return url.flatMap(catalogue::companion).or(() -> catalogue.serviceOfHost(host));
    }

    /** @param url empty where only the host is known, as in a style sheet */
    static void blocked(Session session, String element, String host, Optional<WebUrl> url) {
        Told told = HOSTLESS.get(host);
        if (told != null) {
            session.report(
                    Kind.BLOCKED_RESOURCE,
                    "An element <" + element + "> " + told.what() + " and " + session.was() + " disarmed",
                    told.remedy());
            return;
        }
        Optional<Service> known = known(session.catalogue, host, url);
        if (known.filter(service -> service.role() == Service.Role.CONSENT_TOOL).isPresent()) {
            session.consentTools.disarmed(known.get(), host);
            return;
        }
        Optional<Service> resource = known.filter(service -> service.role() == Service.Role.RESOURCE);
        session.report(
                Kind.BLOCKED_RESOURCE,
                "An element <" + element + "> "
                        + (session.isObserving() ? "contacts " : "would have contacted ") + host
                        + resource.map(service -> " (" + service.name() + ")").orElse("") + " and " + session.was()
                        + " disarmed",
                resource.flatMap(Service::instead)
                        .map(text -> text + " Or declare " + host + " the site's own if it is.")
                        .orElse("Host the file on the site itself, or declare " + host + " the site's own if it is."),
                host);
    }

    /** An inline script of something the page works with, or of a consent tool: it stays, what it loads is stopped. */
    static void inlineUse(Session session, Notes notes, StartTag script, Service service) {
        if (service.role() == Service.Role.CONSENT_TOOL) {
            session.consentTools.found(service);
        } else {
            notes.loader(script, service);
            session.report(
                    Kind.BLOCKED_RESOURCE,
                    session.isObserving()
                            ? "An inline script loads " + service.name()
                                    + "; it would be left, and what it loads stopped"
                            : "An inline script would load " + service.name()
                                    + "; it was left, and what it loads is stopped",
                    service.instead().orElse("Do without it.") + " Or declare its hosts the site's own if they are.");
        }
    }

    static void forged(Session session, String what) {
        session.report(
                Kind.FORGED_MARKUP,
                what + " that only Zweiklick may write " + session.was() + " disarmed",
                "Delete it from the page; to ask for an embed write a link of class zweiklick-embed. If it is Zweiklick's"
                        + " own, it was written with other settings or notices, by a gateway or for an export: give both"
                        + " the same, or make the export again.");
    }

    static void unreadable(Session session, String service, String element) {
        session.report(
                Kind.UNREADABLE_EMBED,
                "An element <" + element + "> looks like an embed of " + service
                        + " but holds no address that can be understood",
                "Paste the code again, or write a link of class zweiklick-embed.");
    }
}
