package io.github.zweiklick.audit.harness;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.policy.HeaderLine;
import java.util.List;

/** What the library answers, as a simulated host sends it. */
public final class Answers {
    private Answers() {}

    public static SiteResponse of(Reply reply) {
        SiteResponse empty = SiteResponse.empty(reply.status());
        return with(new SiteResponse(empty.status(), empty.fields(), reply.body()), reply.headers());
    }

    /** The same answer with further headers. */
    public static SiteResponse with(SiteResponse response, List<HeaderLine> headers) {
        SiteResponse all = response;
        for (HeaderLine header : headers) {
            all = all.with(header.name(), header.value());
        }
        return all;
    }
}
