package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.HttpFaults;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with an answer of the interface: problems (RFC 9457) of any status, and those with status 200 that hold nothing
 * but {@code errors}.
 *
 * <p>Source: <a href="https://docs.x.com/x-api/fundamentals/response-codes-and-errors">X API, response codes and errors</a>.
 */
final class XFeedErrors {
    /** No window is longer; what says more is wrong. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** A problem's own title, where it is one: whatever else stands there may quote the request. */
    private static final Pattern TITLE = Pattern.compile("[A-Za-z][A-Za-z ]{0,40}");

    private XFeedErrors() {}

    /**
     * The answer's JSON.
     *
     * @throws UpstreamException where it is an error
     */
    static JsonNode checked(Answer answer, Instant now) throws UpstreamException {
        Optional<JsonNode> json = json(answer).filter(JsonNode::isObject);
        Optional<Fault> status = HttpFaults.ofInterface(answer);
        if (status.isPresent()) {
            Fault fault = json.flatMap(XFeedErrors::problem).orElse(status.get());
            throw new UpstreamException(
                    fault.kind() == Kind.THROTTLED ? fault.withRest(untilReset(answer, now)) : fault);
        } else if (json.isEmpty()) {
            throw FeedAnswers.unreadable(
                    answer.text().strip().startsWith("<")
                            ? "it answered with a page of HTML"
                            : "its answer is not JSON");
        }
        JsonNode found = json.get();
        Optional<JsonNode> first = items(found.path("errors")).stream().findFirst();
        if (first.isPresent()
                && found.path("data").isMissingNode()
                && !found.path("meta").isObject()) {
            throw new UpstreamException(problem(first.get()).orElseGet(() -> unknown(first.get())));
        }
        return found;
    }

    private static Optional<JsonNode> json(Answer answer) {
        try {
            return Optional.of(JsonMapper.shared().readTree(answer.text()));
        } catch (JacksonException html) {
            return Optional.empty();
        }
    }

    /** What a problem's type and title say; empty where its status says as much. */
    private static Optional<Fault> problem(JsonNode problem) {
        String type = text(problem, "type").orElse("");
        String title = text(problem, "title").orElse("");
        if (title.equals("CreditsDepleted") || type.endsWith("/problems/credits")) {
            return Optional.of(new Fault(Kind.PAYMENT, "its credits are used up"));
        } else if (title.equals("UsageCapExceeded") || type.endsWith("/problems/usage-capped")) {
            return Optional.of(new Fault(Kind.PAYMENT, "the limit of posts that may be read is reached"));
        } else if (title.equals("Forbidden") && type.endsWith("/problems/resource-not-found")) {
            return Optional.of(new Fault(Kind.GONE, "the account is suspended"));
        } else if (title.equals("Authorization Error") || type.endsWith("/problems/not-authorized-for-resource")) {
            return Optional.of(new Fault(Kind.GONE, "the account's posts are not for everybody"));
        } else if (title.equals("Not Found Error") || type.endsWith("/problems/resource-not-found")) {
            return Optional.of(new Fault(Kind.GONE, "there is no such account"));
        } else if (type.endsWith("/problems/client-forbidden") || title.equals("Client Forbidden")) {
            return Optional.of(new Fault(Kind.PERMISSION, "the app may not use this part of the interface")
                    .withRemedy("Put the app into a project with access to it, in the network's developer pages."));
        } else if (title.equals("Unsupported Authentication")
                || type.endsWith("/problems/unsupported-authentication")) {
            return Optional.of(new Fault(Kind.CREDENTIALS, "the token is not of the kind it wants")
                    .withRemedy("Configure the app's own bearer token as \"token\"."));
        }
        return Optional.empty();
    }

    private static Fault unknown(JsonNode problem) {
        String title = text(problem, "title").orElse("");
        return new Fault(
                title.contains("Unavailable") || title.contains("Internal") ? Kind.SERVER : Kind.REJECTED,
                "it answered with errors only" + (TITLE.matcher(title).matches() ? ": " + title : ""));
    }

    /** Epoch seconds; also where the header that tells what remains is missing. */
    private static Optional<Duration> untilReset(Answer answer, Instant now) {
        return answer.header("x-rate-limit-reset")
                .map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,12}"))
                .map(seconds -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(seconds))))
                .filter(rest -> !rest.isNegative() && !rest.isZero())
                .map(rest -> rest.compareTo(LONGEST) > 0 ? LONGEST : rest);
    }
}
