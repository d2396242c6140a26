package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.WholeAddress;
import io.github.zweiklick.share.Shared;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is shared: what the author of an element says of it, else what the page's head does. */
final class SharedPage {
    /** Of the page, in which its head is looked for; heads with all styles inside are long. In bytes or characters. */
    private static final int LONGEST_HEAD = 512 << 10;

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private Optional<Document> head = Optional.empty();

    /** One for all elements of a page: its head is read once. */
    SharedPage(Session session, Examined page, Addresses addresses) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
    }

    /** What an element says; empty where that is blank. */
    Optional<String> said(StartTag tag, String attribute) {
        return page.source.value(tag, attribute).filter(value -> !value.isBlank());
    }

    /** Whether an element says this very word. */
    boolean says(StartTag tag, String attribute, String word) {
        return said(tag, attribute)
                .map(String::strip)
                .filter(word::equalsIgnoreCase)
                .isPresent();
    }

    /**
     * What is shared by an element.
     *
     * @param address as the element says it, like all that follows
     */
    Shared shared(
            StartTag tag,
            Optional<String> address,
            Optional<String> title,
            Optional<String> text,
            Optional<String> media) {
        return new Shared(
                address.flatMap(this::own)
                        .or(() -> content(tag, "link[rel~=(?i)(^|\\s)canonical(\\s|$)]", "href")
                                .flatMap(this::own))
                        .orElseGet(() -> WholeAddress.ofPage(session.source.address())),
                title.or(() -> content(tag, "meta[property=og:title]", "content"))
                        .or(() -> Optional.of(head(tag).title()).filter(words -> !words.isBlank())),
                text,
                media.or(() -> content(tag, "meta[property=og:image]", "content"))
                        .flatMap(this::absolute)
                        .map(WebUrl::href));
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
