package io.github.zweiklick.share;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.url.PercentEncoding;
import java.util.Map;

/**
 * A network that tells its count to anybody, at one place of its answer: described by data, not by code.
 *
 * @param base where its interface is
 * @param path with {@code {url}} where the page's address goes
 * @param pointer to the count in the answer's JSON (RFC 6901)
 */
record PointedCounts(String id, String service, String base, String path, String pointer) implements CountSource {
    /** Stands for the page's address. */
    static final String PAGE = "{url}";

    @Override
    public Map<String, String> addresses() {
        return Map.of("base", base);
    }

    @Override
    public Counter open(Access access) {
        return address -> {
            String asked = access.address("base") + path.replace(PAGE, PercentEncoding.component(address));
            Answer answer = access.exchange(Ask.get(Access.url(asked)));
            CountAnswers.check(answer);
            return CountAnswers.count(CountAnswers.json(answer), pointer);
        };
    }
}
