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
    /** Of the page, in which its head is looked for; heads with all styles inside are long. In bytes or characters. */
    private static final int LONGEST_HEAD = 512 << 10;

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private Optional<Document> head = Optional.empty();

    /** One for all elements of a page: its head is read once. */
    ShareElement(Session session, Examined page, Addresses addresses) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
    }

    ShareBar read(StartTag tag) {
        Shared shared = new Shared(
                value(tag, "href")
                        .flatMap(this::own)
                        .or(() -> content(tag, "link[rel~=(?i)(^|\\s)canonical(\\s|$)]", "href")
                                .flatMap(this::own))
                        .orElseGet(() -> WholeAddress.ofPage(session.source.address())),
                value(tag, "title")
                        .or(() -> content(tag, "meta[property=og:title]", "content"))
                        .or(() -> Optional.of(head(tag).title()).filter(title -> !title.isBlank())),
                value(tag, "text"),
                value(tag, "media")
                        .or(() -> content(tag, "meta[property=og:image]", "content"))
                        .flatMap(this::absolute)
                        .map(WebUrl::href));
        return new ShareBar(
                session.shares.links(services(tag), shared),
                shared,
                is(tag, "orientation", "vertical"),
                is(tag, "size", "small"),
                page.source.value(tag, "counts").isPresent());
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
        Document read = head.orElseGet(() -> Jsoup.parse(page.source.decoded(0, Math.min(tag.start(), LONGEST_HEAD))));
        head = Optional.of(read);
        return read;
    }

    private Optional<String> content(StartTag tag, String selector, String attribute) {
        return Optional.ofNullable(head(tag).selectFirst(selector))
                .map((Element element) -> element.attr(attribute))
                .filter(value -> !value.isBlank());
    }

    private Optional<WebUrl> absolute(String address) {
        return addresses.bases().stream()
                .findFirst()
                .flatMap(base -> WebUrl.parse(address, base))
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"));
    }

    /** Only the site's own pages are shared here. */
    private Optional<String> own(String address) {
        return absolute(address)
                .filter(url -> session.source.own().contains(url.host()))
                .map(WebUrl::href);
    }
}
