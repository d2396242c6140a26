package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The guard as it stands in pages without a nonce, written once for a site: it is the same in all of them. Thread-safe. */
final class GuardInside {
    private volatile Optional<Written> last = Optional.empty();

    private record Written(String base, List<String> own, Html html) {}

    /** @param own host patterns, the second thing it depends on */
    Html of(String base, List<String> own, Supplier<Html> write) {
        Optional<Written> known = last.filter(
                written -> written.base().equals(base) && written.own().equals(own));
        if (known.isPresent()) {
            return known.get().html();
        }
        Html html = write.get();
        last = Optional.of(new Written(base, own, html));
        return html;
    }
}
