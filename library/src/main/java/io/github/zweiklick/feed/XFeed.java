package io.github.zweiklick.feed;

import io.github.zweiklick.json.WrittenTime;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Posts of an X account, by version 2 of the interface.
 *
 * <p>Each post that is read costs money, also one that was read before. So only what is new since the newest known is asked
 * for, and all of it every {@code recheck}: by that a post that was deleted is noticed.
 *
 * <p>A rename of the interface's words is under way: {@code tweet.fields} and all that belong to it become {@code post.fields}.
 * Answers are read in both; the questions are put in the old ones, unless {@code names} is {@code post}. A field whose name is
 * of the other set is left out of the answer without a word, while the answer is charged.
 *
 * <p>Source: <a href="https://docs.x.com/x-api/users/get-posts">X API, get posts</a>, <a
 * href="https://docs.x.com/x-api/fundamentals/data-dictionary">data dictionary</a>.
 */
final class XFeed implements FeedSource {
    private static final Pattern USERS = Pattern.compile("@?[A-Za-z0-9_]{1,15}");

    /** What is read within a quarter of an hour anew is charged anew. */
    private static final Duration LEAST = Duration.ofMinutes(15);

    private static final Duration RECHECK = Duration.ofHours(6);
    private static final Duration LONGEST_RECHECK = Duration.ofDays(30);

    private static final String USER_FIELDS = "name,username,profile_image_url,verified_type,protected";
    private static final String SAME_FIELDS = "created_at,entities,attachments,lang,possibly_sensitive,public_metrics";
    private static final String OTHER_FIELDS = "&media.fields=url,preview_image_url,alt_text,width,height,variants,type"
            + "&user.fields=" + USER_FIELDS + "&poll.fields=options,voting_status,end_datetime";

    private final Clock clock;

    XFeed() {
        this(Clock.systemUTC());
    }

    XFeed(Clock clock) {
        this.clock = clock;
    }

    /** The two sets of words. Of the new one, author and references are no fields: their expansion brings them. */
    enum Names {
        TWEET(
                "tweet.fields=" + SAME_FIELDS + ",note_tweet,referenced_tweets",
                "referenced_tweets.id,referenced_tweets.id.author_id",
                "referenced_tweets.id.attachments.media_keys"),
        POST(
                "post.fields=" + SAME_FIELDS + ",note_post",
                "referenced_posts,referenced_posts.id,referenced_posts.id.author_id",
                "referenced_posts.id.attachments.media_keys");

        private final String fields;
        private final String references;
        private final String mediaOfReferences;

        Names(String fields, String references, String mediaOfReferences) {
            this.fields = fields;
            this.references = references;
            this.mediaOfReferences = mediaOfReferences;
        }

        /** The setting's word. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The other one's word. */
        String otherWord() {
            return (this == TWEET ? POST : TWEET).word();
        }

        /**
         * What is asked of posts.
         *
         * @param passedOn whether posts of others are shown whole
         */
        String query(boolean passedOn) {
            return "&expansions=author_id,attachments.media_keys,attachments.poll_ids," + references
                    + (passedOn ? "," + mediaOfReferences : "") + "&" + fields + OTHER_FIELDS;
        }
    }

    /** What is configured, as the reader needs it. */
    record Plan(String user, boolean replies, boolean retweets, Names names, Duration recheck, int limit) {
        static Plan of(Given given) {
            return new Plan(
                    given.text("user").replaceFirst("^@", ""),
                    given.flag("replies"),
                    given.flag("retweets"),
                    namesOf(given).orElse(Names.TWEET),
                    recheckOf(given).orElse(RECHECK),
                    given.limit());
        }

        /** The account's number and names. */
        String userPath() {
            return "/2/users/by/username/" + PercentEncoding.component(user) + "?user.fields=" + USER_FIELDS;
        }

        /** What is left out: {@code ""} or a parameter. */
        String exclude() {
            String kinds = (replies ? "" : "replies") + (replies || retweets ? "" : ",") + (retweets ? "" : "retweets");
            return kinds.isEmpty() ? "" : "&exclude=" + kinds;
        }
    }

    @Override
    public String kind() {
        return "x";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address("base", "https://api.x.com"),
                Setting.requiredText("user"),
                Setting.flag("replies"),
                Setting.flag("retweets"),
                Setting.text("names"),
                Setting.text("recheck"),
                Setting.requiredSecret("token"));
    }

    @Override
    public Optional<String> wrong(Given given) {
        if (!USERS.matcher(given.text("user")).matches()) {
            return Optional.of("write as \"user\" the account's name as it stands behind the at sign");
        } else if (given.optionalText("names").isPresent() && namesOf(given).isEmpty()) {
            return Optional.of("write as \"names\" either \"tweet\", which is usual, or \"post\"");
        } else if (given.optionalText("recheck").isPresent() && recheckOf(given).isEmpty()) {
            return Optional.of("write as \"recheck\" a time such as \"6 hours\", which is usual, from \"15 minutes\" to"
                    + " \"30 days\"");
        }
        return Optional.empty();
    }

    private static Optional<Names> namesOf(Given given) {
        return given.optionalText("names")
                .flatMap(word -> List.of(Names.values()).stream()
                        .filter(names -> names.word().equals(word))
                        .findFirst());
    }

    private static Optional<Duration> recheckOf(Given given) {
        return given.optionalText("recheck")
                .flatMap(WrittenTime::read)
                .filter(time -> time.compareTo(LEAST) >= 0 && time.compareTo(LONGEST_RECHECK) <= 0);
    }

    @Override
    public Duration least() {
        return LEAST;
    }

    /** Up to three pages, and of each post one that it quotes and one that it answers. */
    @Override
    public int mostPaid(Given given) {
        return XFeedReader.MOST_PAGES * Math.max(XFeedReader.FEWEST, given.limit()) * XFeedReader.EACH;
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        return new XFeedReader(Plan.of(given), given, exchange, clock);
    }

    @Override
    public Optional<PostReader> posts(Given given, Exchange exchange) {
        return Optional.of(new XPostsReader(Plan.of(given), given, exchange, clock));
    }
}
