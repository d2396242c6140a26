package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.count;
import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;
import static io.github.zweiklick.feed.FeedAnswers.time;

import io.github.zweiklick.feed.RichText.Mark;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.GraphErrors;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Media of a professional Instagram account of the site's own.
 *
 * <p>The token is one of long life, see {@link InstagramFeedToken} for how it is kept alive. It goes in a header, where no log
 * of addresses has it.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/">Instagram
 * API with Instagram login</a>, <a
 * href="https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/">IG Media</a>.
 */
final class InstagramFeed implements FeedSource {
    private static final int MOST = 100;
    private static final String SITE = "https://www.instagram.com/";
    private static final Pattern ACCOUNTS = Pattern.compile("\\d{1,30}|me");

    /** An avatar's address is signed, and expires. */
    private static final Duration PROFILE_LIFE = Duration.ofHours(12);

    private static final String MEDIA = "id,media_type,media_url,thumbnail_url";
    private static final String FIELDS =
            MEDIA + ",caption,permalink,timestamp,username,like_count,comments_count%s,children{" + MEDIA + "%s}";

    /** The author's words for those who do not see it, since March 2025; older apps do not have it. */
    private static final String ALTERNATIVE = ",alt_text";

    private final Clock clock;

    InstagramFeed() {
        this(Clock.systemUTC());
    }

    InstagramFeed(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "instagram";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address("base", "https://graph.instagram.com"),
                Setting.requiredText("account"),
                Setting.requiredSecret("token"));
    }

    @Override
    public Optional<String> wrong(Given given) {
        return ACCOUNTS.matcher(given.text("account")).matches()
                ? Optional.empty()
                : Optional.of("write as \"account\" the account's number, which the app's page at the network shows, or"
                        + " \"me\" for the one that the token is of");
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        return new MediaReader(given, exchange, clock);
    }

    private record Profile(Optional<String> name, Optional<Picture> avatar, Instant asked) {
        static final Profile NONE = new Profile(Optional.empty(), Optional.empty(), Instant.MIN);
    }

    private static final class MediaReader implements Reader {
        private final Given given;
        private final Exchange exchange;
        private final Clock clock;
        private final InstagramFeedToken token;
        private final AtomicReference<Profile> profile = new AtomicReference<>(Profile.NONE);
        private volatile String alternative = ALTERNATIVE;

        MediaReader(Given given, Exchange exchange, Clock clock) {
            this.given = given;
            this.exchange = exchange;
            this.clock = clock;
            this.token = new InstagramFeedToken(given, exchange, clock);
        }

        @Override
        public void takeOver(Reader before) {
            if (before instanceof MediaReader other) {
                token.takeOver(other.token);
            }
        }

        @Override
        public Timeline read() throws UpstreamException {
            String bearer = token.current();
            JsonNode media;
            try {
                media = media(bearer);
            } catch (UpstreamException refused) {
                if (refused.fault().kind() != Fault.Kind.CREDENTIALS) {
                    throw refused;
                }
                // What was refreshed may have been withdrawn, and another one configured since.
                bearer = token.other(bearer).orElseThrow(() -> InstagramFeedToken.named(refused));
                media = again(bearer);
            }
            if (!media.isArray()) {
                throw FeedAnswers.unreadable("its answer is no list of media");
            }
            Profile known = profile(bearer);
            return new Timeline(items(media).stream()
                    .flatMap(one -> post(one, known.name(), known.avatar()).stream())
                    .toList());
        }

        private JsonNode again(String bearer) throws UpstreamException {
            try {
                return media(bearer);
            } catch (UpstreamException refused) {
                throw refused.fault().kind() == Fault.Kind.CREDENTIALS ? InstagramFeedToken.named(refused) : refused;
            }
        }

        private JsonNode media(String bearer) throws UpstreamException {
            Answer answer = ask("/media?limit=" + Math.min(given.limit(), MOST) + "&fields=", fields(), bearer);
            if (!alternative.isEmpty() && GraphErrors.unknownField(answer)) {
                alternative = "";
                answer = ask("/media?limit=" + Math.min(given.limit(), MOST) + "&fields=", fields(), bearer);
            }
            GraphErrors.check(answer);
            return FeedAnswers.json(answer).path("data");
        }

        private String fields() {
            return FIELDS.formatted(alternative, alternative);
        }

        /** Without it the posts are shown all the same. */
        private Profile profile(String bearer) {
            Profile known = Objects.requireNonNull(profile.get());
            Instant now = clock.instant();
            if (known.asked().isAfter(now.minus(PROFILE_LIFE))) {
                return known;
            }
            Profile asked;
            try {
                Answer answer = ask("?fields=", "username,name,profile_picture_url", bearer);
                GraphErrors.check(answer);
                JsonNode account = FeedAnswers.json(answer);
                asked = new Profile(
                        text(account, "name"),
                        text(account, "profile_picture_url").flatMap(Picture::at),
                        now);
            } catch (UpstreamException notNow) {
                asked = new Profile(known.name(), known.avatar(), now);
            }
            profile.set(asked);
            return asked;
        }

        private Answer ask(String path, String fields, String bearer) throws UpstreamException {
            return exchange.ask(FeedAnswers.ask(given.address("base") + "/" + given.text("account") + path
                            + PercentEncoding.component(fields))
                    .with("Authorization", "Bearer " + bearer));
        }
    }

    /** A post; empty where it is not what the interface documents. */
    static Optional<Post> post(JsonNode json, Optional<String> name, Optional<Picture> avatar) {
        Optional<String> id = text(json, "id");
        Optional<String> address = text(json, "permalink").flatMap(Contained::link);
        if (id.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> user = text(json, "username");
        Author author = new Author(
                name.or(() -> user).orElse(""),
                user.map(handle -> "@" + handle),
                user.map(handle -> SITE + PercentEncoding.component(handle) + "/"),
                avatar);
        return time(json, "timestamp")
                .map(published -> new PostBuilder(id.get(), address.get(), author, published)
                        .text(text(json, "caption")
                                .map(Offsets::within)
                                .map(InstagramFeed::caption)
                                .orElse(RichText.EMPTY))
                        .media(media(json))
                        .counts(new PostCounts(
                                count(json, "comments_count"), OptionalLong.empty(), count(json, "like_count")))
                        .build());
    }

    private static RichText caption(String caption) {
        List<Mark> marks = new ArrayList<>(WrittenMarks.mentions(caption, SITE, "/"));
        marks.addAll(WrittenMarks.hashtags(caption, SITE + "explore/tags/", "/"));
        return RichText.marked(caption, marks);
    }

    private static List<Media> media(JsonNode json) {
        List<JsonNode> children = items(json.path("children").path("data"));
        return (children.isEmpty() ? List.of(json) : children)
                .stream().flatMap(one -> one(one).stream()).toList();
    }

    /** Where a right of others in its music or pictures is claimed an address is left out. */
    private static Optional<Media> one(JsonNode json) {
        String type = text(json, "media_type").orElse("").toUpperCase(Locale.ROOT);
        Optional<String> alternative = text(json, "alt_text");
        if (type.equals("VIDEO") || type.equals("REELS")) {
            Optional<Picture> poster = text(json, "thumbnail_url").flatMap(Picture::at);
            return Optional.of(new Media(Media.Kind.VIDEO, poster, alternative, Optional.empty()));
        }
        // Of an album that tells no children this is its first picture.
        Optional<Picture> picture = text(json, "media_url")
                .filter(address -> type.equals("IMAGE") || type.equals("CAROUSEL_ALBUM"))
                .flatMap(Picture::at);
        return picture.map(found -> Media.picture(found, alternative));
    }
}
