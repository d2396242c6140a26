package io.github.zweiklick.share;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.UpstreamException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors of the Graph interface, in answers of any status: {@code {"error": {"message", "type", "code", "error_subcode"}}}.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling/">Meta's list of codes</a>.
 */
final class GraphErrors {
    private static final Set<Integer> TRANSIENT = Set.of(1, 2);
    private static final Set<Integer> THROTTLED = Set.of(4, 17, 32, 341, 613, 80001);
    private static final int TOKEN = 190;
    private static final int EXPIRED = 463;
    private static final int UNKNOWN_ALIAS = 803;

    private GraphErrors() {}

    /** @throws UpstreamException where the answer is an error, or no success */
    static void check(Answer answer) throws UpstreamException {
        Optional<JsonNode> error = error(answer);
        if (error.isPresent()) {
            throw new UpstreamException(fault(error.get()));
        }
        CountAnswers.check(answer);
    }

    private static Optional<JsonNode> error(Answer answer) {
        try {
            return Optional.of(JsonMapper.shared().readTree(answer.text()).path("error"))
                    .filter(JsonNode::isObject);
        } catch (JacksonException html) {
            return Optional.empty();
        }
    }

    /** Its message is not passed on: it may quote the request. */
    private static Fault fault(JsonNode error) {
        int code = error.path("code").asInt(0);
        if (code == TOKEN) {
            boolean expired = error.path("error_subcode").asInt(0) == EXPIRED;
            return new Fault(
                            Kind.CREDENTIALS,
                            expired ? "its token has expired (code 190, 463)" : "it refuses the token (code 190)")
                    .withRemedy("Make a new token, or correct app and secret, in the network's developer pages, and"
                            + " write it into the configuration.");
        }
        return new Fault(kind(code), "it answered with error code " + code);
    }

    private static Kind kind(int code) {
        if (TRANSIENT.contains(code)) {
            return Kind.SERVER;
        } else if (THROTTLED.contains(code)) {
            return Kind.THROTTLED;
        } else if (code == 10 || (code >= 200 && code < 300)) {
            return Kind.PERMISSION;
        } else if (code == UNKNOWN_ALIAS) {
            return Kind.GONE;
        }
        return Kind.REJECTED;
    }
}
