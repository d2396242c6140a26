package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Single posts on X as its own embedded posts read them: without an account, and without any document that promises it. An
 * answer is a {@code Tweet}, a {@code TweetTombstone}, an empty object, or 404 with a page of HTML: all but the first say that
 * the post is not to be had (upstreams.md, recordings and maintained sources of 2026).
 */
final class XPostsSyndication implements PostNetwork {
    @Override
    public String kind() {
        return "x-syndication";
    }

    @Override
    public String service() {
        return "x";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.address("base", "https://cdn.syndication.twimg.com"), Setting.text("account"));
    }

    @Override
    public PostReader open(Given given, Exchange exchange) {
        return new PostReader() {
            @Override
            public Optional<Name> recognise(WebUrl address) {
                return XPostsReader.recognise(address, given.optionalText("account"));
            }

            @Override
            public Timeline read(String id) throws UpstreamException {
                return XPostsSyndication.read(given, exchange, id);
            }
        };
    }

    private static Timeline read(Given given, Exchange exchange, String id) throws UpstreamException {
        Answer answer = exchange.ask(FeedAnswers.ask(
                given.address("base") + "/tweet-result?id=" + id + "&lang=en&token=" + XPostsToken.of(id)));
        Optional<Fault> fault = HttpFaults.of(answer);
        if (fault.isPresent()) {
            throw new UpstreamException(fault.get());
        }
        JsonNode json = FeedAnswers.json(answer);
        if (!json.isObject()) {
            throw FeedAnswers.unreadable("its answer is no post");
        }
        String type = text(json, "__typename").orElse(json.isEmpty() ? "TweetTombstone" : "");
        if (type.equals("TweetTombstone")) {
            throw new UpstreamException(Kind.GONE, "the post is not to be had");
        } else if (!type.equals("Tweet")
                || !text(json, "id_str").filter(id::equals).isPresent()) {
            throw FeedAnswers.unreadable("its answer is not the post that was asked for");
        }
        return XPostsReader.timeline(XPostsOfSyndication.answer(json), given.optionalText("account"));
    }
}
