package io.github.zweiklick.feed;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is attached to a feed's entry: enclosures of RSS and Atom, and Media RSS.
 *
 * <p>Source: <a href="https://www.rssboard.org/media-rss">Media RSS</a>.
 */
final class XmlMedia {
    private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|avif)");

    private final Optional<WebUrl> base;
    private final XmlPart entry;

    private XmlMedia(XmlPart entry, Optional<WebUrl> base) {
        this.entry = entry;
        this.base = base;
    }

    /** @param base of its addresses */
    static List<Media> of(XmlPart entry, Optional<WebUrl> base) {
        return new XmlMedia(entry, base).all();
    }

    private List<Media> all() {
        List<Media> all = new ArrayList<>();
        entry.children("media:group").forEach(group -> largest(group).ifPresent(all::add));
        entry.children("media:content")
                .forEach(content -> media(content, Optional.empty()).ifPresent(all::add));
        Set<Media.Kind> told = all.stream().map(Media::kind).collect(Collectors.toSet());
        // A film stands in both forms; pictures can be told apart.
        enclosures()
                .filter(media -> media.kind() == Media.Kind.PICTURE || !told.contains(media.kind()))
                .forEach(all::add);
        if (all.stream().noneMatch(media -> media.picture().isPresent())) {
            picture(Optional.empty(), entry)
                    .ifPresent(picture -> all.add(Media.picture(picture, alternative(entry, Optional.empty()))));
        }
        Map<Object, Media> distinct = new LinkedHashMap<>();
        all.forEach(media -> distinct.putIfAbsent(
                media.picture().<Object>map(Picture::address).orElse(media), media));
        return List.copyOf(distinct.values());
    }

    /** Those of a group are the same thing in several forms. */
    private Optional<Media> largest(XmlPart group) {
        return group.children("media:content")
                .flatMap(content -> media(content, Optional.of(group)).stream())
                .max(Comparator.comparingInt(media -> media.picture()
                        .map(picture -> picture.width().orElse(0))
                        .orElse(-1)))
                .or(() -> picture(Optional.empty(), group)
                        .map(picture -> Media.picture(picture, alternative(group, Optional.empty()))));
    }

    private Optional<Media> media(XmlPart content, Optional<XmlPart> group) {
        Optional<Media.Kind> kind = kind(
                content.attribute("medium").or(() -> content.attribute("type")),
                content.attribute("url"),
                content.child("media:player").or(() -> group.flatMap(one -> one.child("media:player"))));
        return kind.flatMap(what -> {
            if (what == Media.Kind.PICTURE) {
                return address(content.attribute("url"))
                        .flatMap(url -> Picture.at(url, size(content, "width"), size(content, "height")))
                        .map(picture -> Media.picture(picture, alternative(content, group)));
            }
            Optional<Picture> poster = picture(group, content).or(() -> picture(Optional.empty(), entry));
            return Optional.of(new Media(what, poster, Optional.empty(), Optional.empty()));
        });
    }

    private static Optional<Media.Kind> kind(Optional<String> told, Optional<String> url, Optional<XmlPart> player) {
        String type = told.orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("image")) {
            return Optional.of(Media.Kind.PICTURE);
        } else if (type.startsWith("video") || type.equals("application/x-shockwave-flash")) {
            return Optional.of(Media.Kind.VIDEO);
        } else if (type.startsWith("audio")) {
            return Optional.of(Media.Kind.AUDIO);
        } else if (!type.isEmpty()) {
            return Optional.empty();
        }
        return url.filter(address ->
                        IMAGE.matcher(address.replaceFirst("[?#].*", "")).matches())
                .map(address -> Media.Kind.PICTURE)
                .or(() -> player.map(one -> Media.Kind.VIDEO));
    }

    private Stream<Media> enclosures() {
        Stream<XmlPart> links = Stream.of("link", "atom:link")
                .flatMap(entry::children)
                .filter(link ->
                        link.attribute("rel").filter("enclosure"::equals).isPresent());
        return Stream.concat(entry.children("enclosure"), links)
                .flatMap(part ->
                        enclosure(part.attribute("url").or(() -> part.attribute("href")), part.attribute("type"))
                                .stream());
    }

    private Optional<Media> enclosure(Optional<String> url, Optional<String> type) {
        Optional<Media.Kind> kind = kind(type, url, Optional.empty());
        return kind.flatMap(what -> what == Media.Kind.PICTURE
                ? address(url).flatMap(Picture::at).map(picture -> Media.picture(picture, Optional.empty()))
                : Optional.of(new Media(what, picture(Optional.empty(), entry), Optional.empty(), Optional.empty())));
    }

    /** The largest thumbnail. */
    private Optional<Picture> picture(Optional<XmlPart> group, XmlPart part) {
        return Stream.concat(Stream.of(part), group.stream())
                .flatMap(one -> one.children("media:thumbnail"))
                .flatMap(thumbnail -> address(thumbnail.attribute("url"))
                        .flatMap(url -> Picture.at(url, size(thumbnail, "width"), size(thumbnail, "height")))
                        .stream())
                .max(Comparator.comparingInt(picture -> picture.width().orElse(0)));
    }

    /** The only place that Media RSS has for what a picture shows. */
    private static Optional<String> alternative(XmlPart content, Optional<XmlPart> group) {
        return content.text("media:description")
                .or(() -> group.flatMap(one -> one.text("media:description")))
                .flatMap(text -> FeedWords.line(FeedWords.either(text, "")));
    }

    private Optional<String> address(Optional<String> written) {
        return written.flatMap(url -> base.isPresent() ? WebUrl.parse(url, base.get()) : WebUrl.parse(url))
                .map(WebUrl::href);
    }

    private static OptionalInt size(XmlPart part, String attribute) {
        return ForeignPictures.size(part.attribute(attribute).orElse(""));
    }
}
