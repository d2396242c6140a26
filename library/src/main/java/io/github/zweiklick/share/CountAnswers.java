package io.github.zweiklick.share;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers in which a count stands. */
final class CountAnswers {
    /** A call of a script's function, its arguments in the group. */
    private static final Pattern CALL = Pattern.compile("[\\w$.]+\\((.*)\\)\\s*;?", Pattern.DOTALL);

    private CountAnswers() {}

    /**
     * The answer's JSON; of a call of a function, as made for script elements, the list of its arguments.
     *
     * @throws UpstreamException of kind {@code UNREADABLE} where it is none
     */
    static JsonNode json(Answer answer) throws UpstreamException {
        String text = answer.text().strip();
        if (text.startsWith("<")) {
            throw unreadable("it answered with a page of HTML");
        }
        Matcher call = CALL.matcher(text);
        try {
            return JsonMapper.shared().readTree(call.matches() ? "[" + call.group(1) + "]" : text);
        } catch (JacksonException none) {
            throw unreadable("its answer is not JSON");
        }
    }

    /**
     * The number at a place.
     *
     * @param pointer RFC 6901
     * @throws UpstreamException of kind {@code UNREADABLE} where there is no count
     */
    static long count(JsonNode json, String pointer) throws UpstreamException {
        JsonNode found = json.at(pointer);
        if (!found.isIntegralNumber() || !found.canConvertToLong() || found.asLong() < 0) {
            throw unreadable("its answer holds no count at " + pointer);
        }
        return found.asLong();
    }

    static UpstreamException unreadable(String message) {
        return new UpstreamException(Fault.Kind.UNREADABLE, message);
    }
}
