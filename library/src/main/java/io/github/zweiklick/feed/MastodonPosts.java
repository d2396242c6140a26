package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Single statuses of the one server that a feed is configured for: no other is asked, whatever authors write.
 *
 * <p>Source: <a href="https://docs.joinmastodon.org/methods/statuses/#get">Mastodon, statuses</a>.
 */
final class MastodonPosts implements PostReader {
    private static final Pattern STATUS = Pattern.compile(
            "/(?:web/)?@([A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(?:@[A-Za-z0-9.-]{1,253})?)/([0-9]{1,25})(?:/embed)?/?"
                    + "|/users/([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})/statuses/([0-9]{1,25})(?:/embed)?/?");

    private final Given given;
    private final Exchange exchange;
    private final WebUrl site;

    private MastodonPosts(Given given, Exchange exchange, WebUrl site) {
        this.given = given;
        this.exchange = exchange;
        this.site = site;
    }

    /** Empty where the addresses configured are none. */
    static Optional<PostReader> of(Given given, Exchange exchange) {
        return WebUrl.parse(given.optionalText("site").orElse(given.address("base")))
                .map(site -> new MastodonPosts(given, exchange, site));
    }

    /** What is to be written where the site is none; empty where it is right. */
    static Optional<String> wrong(Given given) {
        return given.optionalText("site")
                .filter(site -> WebUrl.parse(site).filter(WebUrl::isNetwork).isEmpty())
                .map(site ->
                        "write as \"site\" an address such as \"https://social.musterstadt.example\": where readers"
                                + " see the posts, if not at \"base\"");
    }

    @Override
    public Optional<Name> recognise(WebUrl address) {
        Matcher status = STATUS.matcher(address.path());
        if (!PostSites.isAt(address, site) || !status.matches()) {
            return Optional.empty();
        }
        boolean brief = status.group(1) != null;
        String user = status.group(brief ? 1 : 3);
        return Optional.of(new Name(
                status.group(brief ? 2 : 4),
                account().filter(user::equalsIgnoreCase).isPresent()));
    }

    /** The name before the server's. */
    private Optional<String> account() {
        return given.optionalText("account")
                .map(name -> name.strip().replaceFirst("^@", ""))
                .map(name -> name.toLowerCase(Locale.ROOT).endsWith("@" + site.host())
                        ? name.substring(0, name.indexOf('@'))
                        : name);
    }

    @Override
    public Timeline read(String id) throws UpstreamException {
        Ask ask = FeedAnswers.ask(given.address("base") + "/api/v1/statuses/" + id);
        Answer answer = exchange.ask(given.optionalSecret("token")
                .map(token -> ask.with("Authorization", "Bearer " + token.reveal()))
                .orElse(ask));
        if (answer.status() == 401 && given.optionalSecret("token").isEmpty()) {
            // Some servers tell nobody anything, which is no reason to leave their feeds alone.
            throw new UpstreamException(
                    new Fault(Fault.Kind.REJECTED, "the server shows single posts to nobody without a token")
                            .withRemedy("Write a \"token\" of an application there, or take the source out of"
                                    + " \"feeds.posts.sources\"."));
        }
        JsonNode status = FeedAnswers.json(FeedAnswers.checked(answer));
        if (!text(status, "id").filter(id::equals).isPresent()) {
            throw FeedAnswers.unreadable("its answer is not the post that was asked for");
        }
        return new Timeline(
                MastodonFeed.post(status, owner(status)).map(List::of).orElse(List.of()));
    }

    /** The number of the account that is shown, should the status be of it or with something of it. */
    private Optional<String> owner(JsonNode status) {
        Optional<String> name = account();
        return given.optionalText("accountId")
                .or(() -> Stream.of(
                                status,
                                status.path("reblog"),
                                status.path("quote").path("quoted_status"))
                        .map(one -> one.path("account"))
                        .filter(one -> text(one, "acct")
                                .filter(acct ->
                                        name.filter(acct::equalsIgnoreCase).isPresent())
                                .isPresent())
                        .flatMap(one -> text(one, "id").stream())
                        .findFirst());
    }
}
