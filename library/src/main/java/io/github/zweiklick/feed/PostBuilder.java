package io.github.zweiklick.feed;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a {@link Post}; what is not said is unknown, or none. Bounds texts and numbers of things. */
public final class PostBuilder {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_WARNING = 500;
    private static final int MOST_MEDIA = 20;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final String id;
    private final String address;
    private final Instant published;
    private boolean permalink = true;
    private boolean own = true;
    private Author author;
    private Optional<Post.PassedOn> passedOn = Optional.empty();
    private Optional<Instant> edited = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<String> title = Optional.empty();
    private RichText text = RichText.EMPTY;
    private Optional<String> warning = Optional.empty();
    private boolean sensitive;
    private List<Media> media = List.of();
    private Optional<LinkCard> card = Optional.empty();
    private Optional<Poll> poll = Optional.empty();
    private Optional<Quoted> quoted = Optional.empty();
    private Optional<String> continues = Optional.empty();
    private PostCounts counts = PostCounts.UNKNOWN;

    /**
     * A post of the account that the site shows.
     *
     * @param address of the web, see {@link Contained#link}
     */
    public PostBuilder(String id, String address, Author author, Instant published) {
        this.id = id;
        this.address = address;
        this.author = author;
        this.published = published;
    }

    PostBuilder(Post like) {
        this(like.id(), like.address(), like.author(), like.published());
        permalink = like.permalink();
        own = like.own();
        passedOn = like.passedOn();
        edited = like.edited();
        language = like.language();
        title = like.title();
        text = like.text();
        warning = like.warning();
        sensitive = like.sensitive();
        media = like.media();
        card = like.card();
        poll = like.poll();
        quoted = like.quoted();
        continues = like.continues();
        counts = like.counts();
    }

    @CanIgnoreReturnValue
    PostBuilder author(Author other) {
        author = other;
        return this;
    }

    /** Whether the address is this post's alone. */
    @CanIgnoreReturnValue
    public PostBuilder permalink(boolean alone) {
        permalink = alone;
        return this;
    }

    /** Somebody else wrote it. */
    @CanIgnoreReturnValue
    public PostBuilder own(boolean written) {
        own = written;
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder passedOn(Optional<Post.PassedOn> other) {
        passedOn = other;
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder edited(Optional<Instant> time) {
        edited = time;
        return this;
    }

    /** What is no language tag is left out. */
    @CanIgnoreReturnValue
    public PostBuilder language(Optional<String> tag) {
        language = tag.map(text -> text.replace('_', '-'))
                .filter(text -> LANGUAGE.matcher(text).matches())
                .map(text -> Locale.forLanguageTag(text).toLanguageTag())
                .filter(text -> !text.startsWith("und") && !text.startsWith("zxx"));
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder title(Optional<String> words) {
        title = words.map(line -> Contained.line(line, LONGEST_TITLE)).filter(line -> !line.isEmpty());
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder text(RichText words) {
        text = words;
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder warning(Optional<String> words) {
        warning = words.map(line -> Contained.line(line, LONGEST_WARNING)).filter(line -> !line.isEmpty());
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder sensitive(boolean shownWhenAsked) {
        sensitive = shownWhenAsked;
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder media(List<Media> attached) {
        media = attached.stream().limit(MOST_MEDIA).toList();
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder card(Optional<LinkCard> shown) {
        card = shown;
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder poll(Optional<Poll> asked) {
        poll = asked.filter(found -> !found.choices().isEmpty());
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder quoted(Optional<Quoted> other) {
        quoted = other;
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder continues(Optional<String> earlier) {
        continues = earlier.flatMap(Contained::link);
        return this;
    }

    @CanIgnoreReturnValue
    public PostBuilder counts(PostCounts known) {
        counts = known;
        return this;
    }

    public Post build() {
        return new Post(
                id, address, permalink, own, author, passedOn, published, edited, language, title, text, warning,
                sensitive, media, card, poll, quoted, continues, counts);
    }
}
