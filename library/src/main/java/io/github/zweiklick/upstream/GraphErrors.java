package io.github.zweiklick.upstream;

import io.github.zweiklick.upstream.Fault.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors of the Graph interface, in answers of any status: {@code {"error": {"message", "type", "code", "error_subcode",
 * "is_transient"}}}. A code that is known says most; then that the error is transient; then a status that says more than that
 * the request is a bad one.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling/">Meta's list of codes</a>.
 */
public final class GraphErrors {
    private static final Set<Integer> TRANSIENT = Set.of(1, 2);
    private static final Set<Integer> THROTTLED = Set.of(4, 17, 32, 341, 613, 80001);
    private static final int TOKEN = 190;
    private static final int EXPIRED = 463;
    private static final int UNKNOWN_ALIAS = 803;
    private static final int BAD_REQUEST = 400;

    /** Of any parameter that it does not like, the page's address as well: only the message tells which. */
    private static final int PARAMETER = 100;

    /** {@code (#100) Tried accessing nonexisting field (engagement) on node type (URL)}. */
    private static final Pattern UNKNOWN_FIELD =
            Pattern.compile("\\b(?:nonexist\\w*|unknown) fields?\\b", Pattern.CASE_INSENSITIVE);

    private GraphErrors() {}

    /**
     * Checks an answer.
     *
     * @throws UpstreamException where it is an error, or no success
     */
    public static void check(Answer answer) throws UpstreamException {
        Optional<JsonNode> error = error(answer);
        Optional<Fault> told = error.flatMap(GraphErrors::told);
        if (told.isPresent()) {
            throw new UpstreamException(told.get());
        }
        if (error.isEmpty() || !isPlain(answer)) {
            Optional<Fault> fault = HttpFaults.ofInterface(answer);
            if (fault.isPresent()) {
                throw new UpstreamException(fault.get());
            }
        }
        if (error.isPresent()) {
            throw new UpstreamException(fault(Kind.REJECTED, code(error.get())));
        }
    }

    /** Whether it is refused because of a field that the interface does not have, or not for this app. */
    public static boolean unknownField(Answer answer) {
        return isPlain(answer)
                && error(answer)
                        .filter(error -> code(error) == PARAMETER && !isTransient(error))
                        .map(error -> error.path("message").asString(""))
                        .filter(message -> UNKNOWN_FIELD.matcher(message).find())
                        .isPresent();
    }

    /** Whether its status says no more than the error does. A 404, for one, may come of a wrong address or version. */
    private static boolean isPlain(Answer answer) {
        return answer.status() == BAD_REQUEST || HttpFaults.of(answer).isEmpty();
    }

    private static Optional<JsonNode> error(Answer answer) {
        try {
            return Optional.of(JsonMapper.shared().readTree(answer.text()).path("error"))
                    .filter(JsonNode::isObject);
        } catch (JacksonException html) {
            return Optional.empty();
        }
    }

    /** What the error itself says, whatever the status. */
    private static Optional<Fault> told(JsonNode error) {
        int code = code(error);
        if (code == TOKEN) {
            boolean expired = error.path("error_subcode").asInt(0) == EXPIRED;
            return Optional.of(new Fault(
                            Kind.CREDENTIALS,
                            expired ? "its token has expired (code 190, 463)" : "it refuses the token (code 190)")
                    .withRemedy("Make a new token, or correct app and secret, in the network's developer pages, and"
                            + " write it into the configuration."));
        }
        return known(code)
                .or(() -> Optional.of(Kind.SERVER).filter(server -> isTransient(error)))
                .map(kind -> fault(kind, code));
    }

    private static Optional<Kind> known(int code) {
        if (TRANSIENT.contains(code)) {
            return Optional.of(Kind.SERVER);
        } else if (THROTTLED.contains(code)) {
            return Optional.of(Kind.THROTTLED);
        } else if (code == 10 || (code >= 200 && code < 300)) {
            return Optional.of(Kind.PERMISSION);
        } else if (code == UNKNOWN_ALIAS) {
            return Optional.of(Kind.GONE);
        }
        return Optional.empty();
    }

    /** Its message is not passed on: it may quote the request. */
    private static Fault fault(Kind kind, int code) {
        return new Fault(kind, "it answered with error code " + code);
    }

    private static int code(JsonNode error) {
        return error.path("code").asInt(0);
    }

    private static boolean isTransient(JsonNode error) {
        return error.path("is_transient").asBoolean(false);
    }
}
