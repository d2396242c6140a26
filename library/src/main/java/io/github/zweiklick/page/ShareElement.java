package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.WholeAddress;
import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.share.Shared;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads {@code <zweiklick-share>}; what it does not say the page's head does. */
final class ShareElement {
    /** Of the page, in which its head is looked for. In bytes or characters. */
    private static final int LONGEST_HEAD = 64 << 10;

    private final Session session;
    private final Examined page;

    ShareElement(Session session, Examined page) {
        this.session = session;
        this.page = page;
    }

    ShareBar read(StartTag tag) {
        Document head = head(tag);
        Shared shared = new Shared(
                value(tag, "href")
                        .flatMap(this::own)
                        .or(() -> content(head, "link[rel~=(?i)(^|\\s)canonical(\\s|$)]", "href")
                                .flatMap(this::own))
                        .orElseGet(() -> WholeAddress.ofPage(session.source.address())),
                value(tag, "title")
                        .or(() -> content(head, "meta[property=og:title]", "content"))
                        .or(() -> Optional.of(head.title()).filter(title -> !title.isBlank())),
                value(tag, "text"),
                value(tag, "media")
                        .or(() -> content(head, "meta[property=og:image]", "content"))
                        .flatMap(this::absolute)
                        .map(WebUrl::href));
        return new ShareBar(
                session.shares.links(services(tag), shared),
                shared,
                is(tag, "orientation", "vertical"),
                is(tag, "size", "small"));
    }

    private List<String> services(StartTag tag) {
        Optional<String> named = value(tag, "services");
        if (named.isEmpty()) {
            return session.shares.usual();
        }
        List<String> known = new ArrayList<>();
        for (String id : named.get().strip().split("\\s+")) {
            if (session.shares.service(id).isEmpty()) {
                Reports.unknownService(session, id);
            } else if (!known.contains(id)) {
                known.add(id);
            }
        }
        return known;
    }

    private Optional<String> value(StartTag tag, String attribute) {
        return page.source.value(tag, attribute).filter(value -> !value.isBlank());
    }

    private boolean is(StartTag tag, String attribute, String word) {
        return value(tag, attribute)
                .map(String::strip)
                .filter(word::equalsIgnoreCase)
                .isPresent();
    }

    /** All that stands before the element, as far as heads reach. */
    private Document head(StartTag tag) {
        return Jsoup.parse(page.source.decoded(0, Math.min(tag.start(), LONGEST_HEAD)));
    }

    private static Optional<String> content(Document head, String selector, String attribute) {
        return Optional.ofNullable(head.selectFirst(selector))
                .map((Element element) -> element.attr(attribute))
                .filter(value -> !value.isBlank());
    }

    private Optional<WebUrl> absolute(String address) {
        return WebUrl.parse(address, session.source.address()).filter(WebUrl::isNetwork);
    }

    /** Only the site's own pages are shared here. */
    private Optional<String> own(String address) {
        return absolute(address)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .filter(url -> session.source.own().contains(url.host()))
                .map(WebUrl::href);
    }
}
