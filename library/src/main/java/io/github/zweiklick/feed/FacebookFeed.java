package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.GraphErrors;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.PercentEncoding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Posts of a Facebook Page of the site's own, by the Graph interface.
 *
 * <p>Asked is {@code /posts}, what the Page itself has published; {@code /feed} has what visitors write there. The token goes
 * in a header, where no log of addresses has it. {@code paging.next} holds it, and is never looked at.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/graph-api/reference/page/feed/">Graph API, Page feed</a>, <a
 * href="https://developers.facebook.com/docs/graph-api/reference/page-post/">Page Post</a>.
 */
final class FacebookFeed implements FeedSource {
    private static final int MOST = 100;
    private static final String VERSION = "v26.0";
    private static final Pattern VERSIONS = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");
    private static final Pattern PAGES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final String ATTACHMENT = "media_type,media,title,description,url,unshimmed_url";
    static final String FIELDS = "id,from{id,name,picture},message,message_tags,story,created_time,permalink_url,"
            + "full_picture,status_type,parent_id,privacy,is_hidden,shares,attachments{" + ATTACHMENT
            + ",subattachments{"
            + ATTACHMENT + "}}";

    @Override
    public String kind() {
        return "facebook";
    }

    @Override
    public boolean tellsAlternatives() {
        return false;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address("base", "https://graph.facebook.com"),
                Setting.text("version"),
                Setting.requiredText("page"),
                Setting.text("alias"),
                Setting.requiredSecret("token"));
    }

    @Override
    public Optional<String> wrong(Given given) {
        if (!VERSIONS.matcher(version(given)).matches()) {
            return Optional.of("write the interface's \"version\" such as \"" + VERSION + "\"");
        }
        return PAGES.matcher(given.text("page")).matches()
                ? Optional.empty()
                : Optional.of("write as \"page\" the Page's number, or the name that its address ends with");
    }

    private static String version(Given given) {
        return given.optionalText("version").orElse(VERSION);
    }

    @Override
    public Reader open(Given given, Exchange exchange) {
        return () -> {
            Answer answer = exchange.ask(FeedAnswers.ask(given.address("base") + "/" + version(given) + "/"
                            + PercentEncoding.component(given.text("page")) + "/posts?limit="
                            + Math.min(given.limit(), MOST) + "&fields=" + PercentEncoding.component(FIELDS))
                    .with("Authorization", "Bearer " + given.secret("token").reveal()));
            return timeline(answer, given.text("page"));
        };
    }

    @Override
    public Optional<PostReader> posts(Given given, Exchange exchange) {
        return Optional.of(new FacebookPostsReader(given, exchange, given.address("base") + "/" + version(given)));
    }

    private static Timeline timeline(Answer answer, String page) throws UpstreamException {
        GraphErrors.check(answer);
        JsonNode posts = FeedAnswers.json(answer).path("data");
        if (!posts.isArray()) {
            throw FeedAnswers.unreadable("its answer is no list of posts");
        }
        return new Timeline(items(posts).stream()
                .flatMap(post -> FacebookPosts.post(post, page).stream())
                .toList());
    }
}
