package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads what oEmbed tells of a video. Its markup is never looked at.
 *
 * <p>Source: <a href="https://oembed.com/">oEmbed</a>, 2.3.
 */
final class VideoAnswers {
    /** It tells no time that one could rely on, and none is shown. */
    private static final Instant UNTOLD = Instant.EPOCH;

    private VideoAnswers() {}

    /**
     * The video.
     *
     * @param accounts names of the city's own, as the addresses of their pages end
     */
    static Timeline timeline(Answer answer, String id, String page, Optional<String> accounts)
            throws UpstreamException {
        Optional<Fault> fault = HttpFaults.of(answer);
        if (fault.isPresent()) {
            Kind kind = fault.get().kind();
            // A video's owner forbids this one: of others it says nothing.
            boolean alone = kind == Kind.PERMISSION || kind == Kind.CREDENTIALS;
            throw new UpstreamException(
                    alone
                            ? new Fault(Kind.REJECTED, fault.get().message())
                                    .withRemedy("Nothing need be done: the video's owner does not want it told.")
                            : fault.get());
        }
        JsonNode video = FeedAnswers.json(answer);
        Optional<String> title = text(video, "title");
        if (title.isEmpty() || !text(video, "type").filter("video"::equals).isPresent()) {
            throw FeedAnswers.unreadable("its answer tells of no video");
        }
        Optional<String> author = text(video, "author_url").flatMap(Contained::link);
        boolean own = author.filter(url -> PostSites.names(accounts, PostSites.last(url)))
                .isPresent();
        Optional<Picture> poster = text(video, "thumbnail_url")
                .flatMap(url -> Picture.at(url, size(video, "thumbnail_width"), size(video, "thumbnail_height")));
        return new Timeline(List.of(new PostBuilder(
                        id,
                        page,
                        new Author(text(video, "author_name").orElse(""), Optional.empty(), author, Optional.empty()),
                        UNTOLD)
                .own(own)
                .title(title)
                .media(List.of(new Media(Media.Kind.VIDEO, poster, Optional.empty(), Optional.empty())))
                .build()));
    }
}
