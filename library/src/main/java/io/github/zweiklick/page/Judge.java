package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.AddressPattern;
import io.github.zweiklick.catalogue.Companions;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.Addresses.Foreign;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges elements as a whole: which of them are embeds, companions or frames. */
final class Judge {
    /** A longer inline script is the site's own work with a loader in it; only a finding is made. In characters. */
    private static final int LARGEST_LOADER = 8 << 10;

    /** What an author writes to have something of the site's own in a page. */
    static final Set<String> OURS = Set.of("zweiklick-settings", "zweiklick-share", "zweiklick-feed", "zweiklick-post");

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Notes notes;
    private final Nesting nesting = new Nesting(16);

    Judge(Session session, Examined page, Addresses addresses, Notes notes) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.notes = notes;
    }

    /** The verdict on an element of HTML; empty where only its attributes matter. */
    Optional<Verdict> judge(StartTag tag) {
        if (OURS.contains(tag.name())) {
            return ours(tag);
        }
        if (session.shariff.isPresent() && isShariff(tag)) {
            return session.shariff.map(Verdict.Shariff::new);
        }
        if (isAuthored(tag)) {
            return authored(tag);
        }
        if (tag.name().equals("frame")) {
            // A frameset holds frames and nothing else: no box, no placeholder.
            return Optional.empty();
        }
        if (Contact.FRAMES.contains(tag.name())
                && page.source.value(tag, "srcdoc").isEmpty()) {
            Optional<Verdict> frame = frame(tag);
            if (frame.isPresent()) {
                return frame;
            }
        }
        if (isParked(tag)) {
            return Optional.empty();
        }
        return session.forms
                .match(page.source, tag, addresses.own(), () -> links(tag))
                .filter(match -> !isDeclaredOwn(match.service()))
                .map(Verdict::of)
                .map(verdict -> orLoader(verdict, tag))
                .or(() -> plain(tag))
                .or(() -> companion(tag));
    }

    /** A script that looks like a code but holds no values may be the loader only. */
    private Verdict orLoader(Verdict verdict, StartTag tag) {
        return verdict instanceof Verdict.Unreadable && tag.name().equals("script")
                ? companion(tag).orElse(verdict)
                : verdict;
    }

    /** What another consent tool has made wait is its business, as long as it does wait. */
    private boolean isParked(StartTag tag) {
        Optional<Service> tool = session.parked.tool(page.source, tag);
        tool.ifPresent(session.consentTools::found);
        return tool.isPresent()
                && !(tag.name().equals("script")
                        && ScriptType.of(page.source, tag).runs());
    }

    private Optional<Verdict> plain(StartTag tag) {
        return session.plain
                .of(tag)
                .filter(plain -> !isDeclaredOwn(plain.service()))
                .map(plain -> new Verdict.Plain(plain.element()));
    }

    /** What works with hosts that the operator has declared the site's own is left to the page. */
    private boolean isDeclaredOwn(Service service) {
        return service.role() != Service.Role.NETWORK
                && (service.isAtAny(addresses.own()::contains)
                        || addresses.own().patterns().stream().anyMatch(service::isAt));
    }

    private boolean isShariff(StartTag tag) {
        return tag.name().equals("div") && hasClass(tag, ShariffElement.CLASS);
    }

    /** What an author writes to ask for an embed. */
    boolean isAuthored(StartTag tag) {
        return tag.name().equals("zweiklick-embed")
                || tag.name().equals("zweiklick-post")
                || (tag.name().equals("a") && hasClass(tag, "zweiklick-embed"));
    }

    private boolean hasClass(StartTag tag, String token) {
        return page.source
                .value(tag, "class")
                .filter(value -> EmbedForms.hasToken(value, token))
                .isPresent();
    }

    private Optional<Verdict> ours(StartTag tag) {
        if (page.source.value(tag, "data-state").isPresent()) {
            // It stands for something no more, as after a rewriting.
            return Optional.empty();
        }
        return switch (tag.name()) {
            case "zweiklick-settings" -> Optional.of(new Verdict.Settings());
            case "zweiklick-share" -> Optional.of(new Verdict.Share());
            case "zweiklick-feed" -> Optional.of(new Verdict.Feed());
            default -> post(tag);
        };
    }

    private Optional<Verdict> post(StartTag tag) {
        return page.source
                .value(tag, "href")
                .map(String::strip)
                .flatMap(WebUrl::parse)
                .filter(WebUrl::isNetwork)
                .map(address -> new Verdict.Post(address, authored(tag)));
    }

    private Optional<Verdict> authored(StartTag tag) {
        return page.source
                .value(tag, "href")
                .flatMap(addresses::foreign)
                .flatMap(Foreign::url)
                .flatMap(session.catalogue::recogniseLink)
                .map(Verdict::of);
    }

    private Optional<Verdict> frame(StartTag tag) {
        Optional<Foreign> foreign = frameAddress(tag).flatMap(addresses::foreign);
        if (foreign.isEmpty()) {
            return isParked(tag) ? Optional.empty() : lazy(tag);
        }
        Optional<WebUrl> url = foreign.get().url();
        Optional<Verdict> known = url.flatMap(session.catalogue::recognise).map(Verdict::of);
        if (known.isPresent()) {
            return known;
        }
        // A service on anybody's servers is known by the form of its frame, not by a host.
        Optional<Verdict> formed = session.forms
                .match(page.source, tag, addresses.own(), List::of)
                .filter(match -> match.embed().isPresent())
                .map(Verdict::of);
        if (formed.isPresent()) {
            return formed;
        }
        return url.flatMap(this::companionOf)
                .map(service -> (Verdict) new Verdict.Removed(service, Optional.empty()))
                .or(() -> Optional.of(new Verdict.Box(foreign.get())));
    }

    /** A pasted code that a lazy-loading script would have started; one nobody knows stays what it is, inert. */
    private Optional<Verdict> lazy(StartTag tag) {
        for (String attribute : Contact.LAZY) {
            Optional<Verdict> known = page.source
                    .value(tag, attribute)
                    .flatMap(addresses::foreign)
                    .flatMap(Foreign::url)
                    .flatMap(session.catalogue::recognise)
                    .map(Verdict::of);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** An object may keep its address in a parameter or in an embed inside it. */
    private Optional<String> frameAddress(StartTag tag) {
        if (!tag.name().equals("object")) {
            return page.source.value(tag, tag.name().equals("applet") ? "codebase" : "src");
        }
        Optional<String> data = page.source.value(tag, "data");
        if (data.isPresent()) {
            return data;
        }
        for (Candidate inner : inside(tag)) {
            Optional<String> address = switch (inner.tag().name()) {
                case "param" ->
                    page.source
                            .value(inner.tag(), "name")
                            .filter(Contact::isParameter)
                            .flatMap(name -> page.source.value(inner.tag(), "value"));
                case "embed" -> page.source.value(inner.tag(), "src");
                default -> Optional.empty();
            };
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private Iterable<Candidate> inside(StartTag tag) {
        return nesting.enter(tag, () -> page.reach(tag))
                .map(extent -> page.between(tag.end(), Math.max(tag.end(), extent.contentEnd())))
                .orElse(List.of());
    }

    private List<String> links(StartTag tag) {
        List<String> links = new ArrayList<>();
        for (Candidate inner : inside(tag)) {
            if (inner.tag().name().equals("a")) {
                page.source.value(inner.tag(), "href").ifPresent(links::add);
            }
        }
        return links;
    }

    private Optional<Verdict> companion(StartTag tag) {
        Optional<Service> service = switch (tag.name()) {
            case "script" -> script(tag);
            case "link" -> page.source.value(tag, "href").flatMap(this::companionAt);
            case "img" -> page.source.value(tag, "src").flatMap(this::companionAt);
            default -> helper(tag);
        };
        return service.map(owner -> new Verdict.Removed(owner, Optional.empty()));
    }

    private Optional<Service> script(StartTag tag) {
        if (!ScriptType.of(page.source, tag).runs()) {
            return Optional.empty();
        }
        Optional<String> src = page.source.value(tag, "src");
        return src.isPresent()
                ? src.flatMap(this::companionAt)
                : page.content(tag).map(page.source::decoded).flatMap(script -> inlineLoader(tag, script));
    }

    private Optional<Service> inlineLoader(StartTag tag, String script) {
        List<Service> named = session.catalogue.inlineLoaders(script).stream()
                .filter(service -> !isDeclaredOwn(service))
                .toList();
        named.stream()
                .filter(service -> !service.role().isRemoved())
                .forEach(service -> Reports.inlineUse(session, notes, tag, service));
        if (named.stream().anyMatch(service -> service.role() == Service.Role.CONSENT_TOOL)) {
            // The tool's own settings name what it holds back.
            return Optional.empty();
        }
        Optional<Service> owner =
                named.stream().filter(service -> service.role().isRemoved()).findFirst();
        if (owner.isPresent() && script.length() > LARGEST_LOADER) {
            Reports.embeddedLoader(session, notes, tag, owner.get());
            return Optional.empty();
        }
        return owner;
    }

    private Optional<Service> companionAt(String address) {
        return addresses.foreign(address).flatMap(Foreign::url).flatMap(this::companionOf);
    }

    /** A companion at any host, as services with many servers have it, counts only beside an embed of the service. */
    private Optional<Service> companionOf(WebUrl url) {
        return session.catalogue
                .companion(url)
                .filter(service -> service.role().isRemoved())
                .filter(service -> !isAnywhere(service) || session.hasEmbedOf(service.id()));
    }

    private static boolean isAnywhere(Service service) {
        return service.companions().resources().stream()
                .map(AddressPattern::hosts)
                .allMatch(hosts -> hosts.contains("{host}"));
    }

    private Optional<Service> helper(StartTag tag) {
        return page.source
                .value(tag, "id")
                .flatMap(id -> session.catalogue.helper(new Companions.Helper(tag.name(), id)))
                .filter(service -> isEmpty(tag));
    }

    private boolean isEmpty(StartTag tag) {
        return page.reach(tag)
                .filter(extent ->
                        extent.contentEnd() >= tag.end() && page.source.isBlank(tag.end(), extent.contentEnd()))
                .isPresent();
    }
}
