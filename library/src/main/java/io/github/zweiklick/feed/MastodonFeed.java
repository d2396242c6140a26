package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.count;
import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;
import static io.github.zweiklick.feed.FeedAnswers.time;

import io.github.zweiklick.feed.Post.PassedOn;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/**
 * Posts of an account on a Mastodon server, or with a hashtag that this server knows.
 *
 * <p>Source: <a href="https://docs.joinmastodon.org/methods/accounts/#statuses">Mastodon, accounts</a>, <a
 * href="https://docs.joinmastodon.org/methods/timelines/#tag">timelines</a>, <a
 * href="https://docs.joinmastodon.org/entities/Status/">Status</a>.
 */
final class MastodonFeed implements FeedSource {
    private static final int MOST = 40;

    @Override
    public String kind() {
        return "mastodon";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.requiredAddress("base"),
                Setting.text("account"),
                Setting.text("accountId"),
                Setting.text("hashtag"),
                Setting.flag("replies"),
                Setting.flag("boosts"),
                Setting.text("site"),
                Setting.secret("token"));
    }

    @Override
    public Optional<String> wrong(Given given) {
        long named = List.of("account", "accountId", "hashtag").stream()
                .filter(key -> given.optionalText(key).isPresent())
                .count();
        return named == 1
                ? MastodonPosts.wrong(given)
                : Optional.of(
                        "write either \"account\", the name before the server's such as \"stadt\", or \"accountId\","
                                + " its number where the server does not tell it, or \"hashtag\"");
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        return new StatusReader(given, exchange);
    }

    @Override
    public Optional<PostReader> posts(Given given, Exchange exchange) {
        return MastodonPosts.of(given, exchange);
    }

    /** Reads statuses of one account; which number it has is asked once. */
    private static final class StatusReader implements Reader {
        private final Given given;
        private final Exchange exchange;
        private final AtomicReference<Optional<String>> id;

        StatusReader(Given given, Exchange exchange) {
            this.given = given;
            this.exchange = exchange;
            this.id = new AtomicReference<>(given.optionalText("accountId"));
        }

        @Override
        public Timeline read() throws UpstreamException {
            Optional<String> hashtag = given.optionalText("hashtag").map(tag -> tag.replaceFirst("^#", ""));
            int limit = Math.min(given.limit(), MOST);
            String query = "?limit=" + limit;
            JsonNode statuses;
            Optional<String> account = Optional.empty();
            if (hashtag.isPresent()) {
                statuses = get("/api/v1/timelines/tag/" + PercentEncoding.component(hashtag.get()) + query);
            } else {
                String number = account();
                account = Optional.of(number);
                statuses = get("/api/v1/accounts/" + PercentEncoding.component(number) + "/statuses" + query
                        + (given.flag("replies") ? "" : "&exclude_replies=true")
                        + (given.flag("boosts") ? "" : "&exclude_reblogs=true"));
            }
            if (!statuses.isArray()) {
                throw FeedAnswers.unreadable("its answer is no list of posts");
            }
            Optional<String> owner = account;
            return new Timeline(items(statuses).stream()
                    .flatMap(status -> post(status, owner).stream())
                    .toList());
        }

        private String account() throws UpstreamException {
            Optional<String> known = Objects.requireNonNull(id.get());
            if (known.isPresent()) {
                return known.get();
            }
            String name = given.text("account").strip().replaceFirst("^@", "");
            Answer answer = exchange.ask(ask("/api/v1/accounts/lookup?acct=" + PercentEncoding.component(name)));
            if (answer.status() == 401 || answer.status() == 403) {
                throw new UpstreamException(
                        new Fault(Fault.Kind.CREDENTIALS, "the server tells nobody which number the account has")
                                .withRemedy(
                                        "Write the account's number as \"accountId\", or a \"token\" of an application there."));
            }
            String found = text(FeedAnswers.json(FeedAnswers.checked(answer)), "id")
                    .orElseThrow(() -> FeedAnswers.unreadable("its answer tells no number of the account"));
            id.set(Optional.of(found));
            return found;
        }

        private JsonNode get(String path) throws UpstreamException {
            return FeedAnswers.json(FeedAnswers.checked(exchange.ask(ask(path))));
        }

        private Ask ask(String path) throws UpstreamException {
            Ask ask = FeedAnswers.ask(given.address("base") + path);
            return given.optionalSecret("token")
                    .map(token -> ask.with("Authorization", "Bearer " + token.reveal()))
                    .orElse(ask);
        }
    }

    /** A status; empty where it is not what the interface documents, or not for everybody. */
    static Optional<Post> post(JsonNode status, Optional<String> owner) {
        JsonNode boosted = status.path("reblog");
        if (boosted.isObject()) {
            return time(status, "created_at")
                    .flatMap(at -> written(boosted, owner)
                            .map(post -> post.passedOn(Optional.of(new PassedOn(author(status), at)))
                                    .build()));
        }
        return written(status, owner).map(PostBuilder::build);
    }

    private static Optional<PostBuilder> written(JsonNode status, Optional<String> owner) {
        Optional<String> address =
                text(status, "url").or(() -> text(status, "uri")).flatMap(Contained::link);
        String visibility = text(status, "visibility").orElse("public");
        if (address.isEmpty()
                || text(status, "id").isEmpty()
                || !List.of("public", "unlisted").contains(visibility)) {
            return Optional.empty();
        }
        return time(status, "created_at").map(published -> {
            JsonNode account = status.path("account");
            ForeignHtml.Content content =
                    ForeignHtml.read(text(status, "content").orElse(""), address.get(), emojis(status));
            return new PostBuilder(text(status, "id").orElseThrow(), address.get(), author(status), published)
                    .own(owner.isPresent() && owner.equals(text(account, "id")))
                    .edited(time(status, "edited_at"))
                    .language(text(status, "language"))
                    .text(content.text())
                    .warning(text(status, "spoiler_text"))
                    .sensitive(status.path("sensitive").asBoolean(false))
                    .media(items(status.path("media_attachments")).stream()
                            .flatMap(attachment -> media(attachment).stream())
                            .toList())
                    .card(card(status.path("card")))
                    .poll(poll(status.path("poll")))
                    .quoted(quoted(status.path("quote"), owner))
                    .continues(continues(status))
                    .counts(new PostCounts(
                            count(status, "replies_count"),
                            count(status, "reblogs_count"),
                            count(status, "favourites_count")));
        });
    }

    /** The author's own earlier status; only of accounts of the server itself can its address be told. */
    private static Optional<String> continues(JsonNode status) {
        JsonNode account = status.path("account");
        boolean self = text(account, "id")
                .filter(id -> text(status, "in_reply_to_account_id")
                        .filter(id::equals)
                        .isPresent())
                .isPresent();
        return text(account, "url")
                .filter(url -> self && !text(account, "acct").orElse("@").contains("@"))
                .flatMap(url -> text(status, "in_reply_to_id").map(id -> url + "/" + PercentEncoding.component(id)));
    }

    private static Author author(JsonNode status) {
        JsonNode account = status.path("account");
        Optional<String> address = text(account, "url");
        String acct = text(account, "acct").orElse("");
        // Of an account on the server itself the server's name is left out.
        String handle = acct.contains("@")
                ? acct
                : acct
                        + address.flatMap(WebUrl::parse)
                                .map(url -> "@" + url.host())
                                .orElse("");
        return new Author(
                text(account, "display_name")
                        .map(name -> withoutCodes(name, emojis(account).keySet()))
                        .filter(name -> !name.isBlank())
                        .or(() -> text(account, "username"))
                        .orElse(""),
                Optional.of("@" + handle).filter(written -> !acct.isEmpty()),
                address,
                text(account, "avatar_static").or(() -> text(account, "avatar")).flatMap(Picture::at));
    }

    /** Names hold no pictures, and a code in place of one says nothing. */
    private static String withoutCodes(String name, Set<String> codes) {
        String words = name;
        for (String code : codes) {
            words = words.replace(":" + code + ":", "");
        }
        return words;
    }

    private static Map<String, Picture> emojis(JsonNode status) {
        Map<String, Picture> emojis = new HashMap<>();
        for (JsonNode emoji : items(status.path("emojis"))) {
            text(emoji, "static_url")
                    .or(() -> text(emoji, "url"))
                    .flatMap(Picture::at)
                    .ifPresent(picture -> text(emoji, "shortcode").ifPresent(name -> emojis.put(name, picture)));
        }
        return emojis;
    }

    private static Optional<Media> media(JsonNode attachment) {
        Media.Kind kind = switch (text(attachment, "type").orElse("").toLowerCase(Locale.ROOT)) {
            case "image" -> Media.Kind.PICTURE;
            case "video" -> Media.Kind.VIDEO;
            case "gifv" -> Media.Kind.ANIMATION;
            case "audio" -> Media.Kind.AUDIO;
            default -> null;
        };
        if (kind == null) {
            return Optional.empty();
        }
        JsonNode small = attachment.path("meta").path("small");
        JsonNode original = attachment.path("meta").path("original");
        boolean still = kind == Media.Kind.PICTURE;
        Optional<Picture> picture = text(attachment, still ? "url" : "preview_url")
                .flatMap(address -> Picture.at(
                        address, size(still ? original : small, "width"), size(still ? original : small, "height")));
        return Optional.of(new Media(kind, picture, text(attachment, "description"), Optional.empty()))
                .filter(media -> !still || media.picture().isPresent());
    }

    private static Optional<LinkCard> card(JsonNode card) {
        return text(card, "url")
                .flatMap(address -> LinkCard.of(
                        address,
                        text(card, "title").orElse(""),
                        text(card, "description"),
                        text(card, "image")
                                .flatMap(image -> Picture.at(image, size(card, "width"), size(card, "height")))));
    }

    private static Optional<Poll> poll(JsonNode poll) {
        return Optional.of(items(poll.path("options")).stream()
                        .map(option -> new Poll.Choice(text(option, "title").orElse(""), count(option, "votes_count")))
                        .toList())
                .filter(choices -> !choices.isEmpty())
                .map(choices -> new Poll(
                        choices,
                        poll.path("multiple").asBoolean(false),
                        time(poll, "expires_at"),
                        poll.path("expired").asBoolean(false)));
    }

    /** In the state "accepted" only may a quoted post be shown. */
    private static Optional<Quoted> quoted(JsonNode quote, Optional<String> owner) {
        if (!quote.isObject()) {
            return Optional.empty();
        }
        JsonNode status = quote.path("quoted_status");
        boolean accepted = text(quote, "state").filter("accepted"::equals).isPresent();
        return Optional.of(new Quoted(
                accepted ? text(status, "url") : Optional.empty(),
                accepted && status.isObject() ? written(status, owner).map(PostBuilder::build) : Optional.empty()));
    }
}
