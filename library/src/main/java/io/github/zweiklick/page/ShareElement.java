package io.github.zweiklick.page;

import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.share.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code <zweiklick-share>}; what it does not say the page's head does. */
final class ShareElement {
    private final Session session;
    private final Examined page;
    private final SharedPage shares;

    ShareElement(Session session, Examined page, SharedPage shares) {
        this.session = session;
        this.page = page;
        this.shares = shares;
    }

    ShareBar read(StartTag tag) {
        Shared shared = shares.shared(
                tag,
                shares.said(tag, "href"),
                shares.said(tag, "title"),
                shares.said(tag, "text"),
                shares.said(tag, "media"));
        return new ShareBar(
                session.shares.links(services(tag), shared),
                shared,
                shares.says(tag, "orientation", "vertical"),
                shares.says(tag, "size", "small"),
                page.source.value(tag, "counts").isPresent());
    }

    private List<String> services(StartTag tag) {
        Optional<String> named = shares.said(tag, "services");
        if (named.isEmpty()) {
            return session.shares.usual();
        }
        List<String> known = new ArrayList<>();
        for (String id : named.get().strip().split("\\s+")) {
            if (session.shares.service(id).isEmpty()) {
                Reports.unknownService(session, id);
            } else if (!known.contains(id)) {
                known.add(id);
            }
        }
        return known;
    }
}
