package io.github.zweiklick.feed;

import io.github.zweiklick.url.WebUrl;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pictures posts show, and what changes when others are shown. */
final class ShownPictures {
    private ShownPictures() {}

    /**
     * Pictures by the names that pages know them by.
     *
     * @param elsewhere origins of other sources, where the operator lets only these lead
     */
    static Map<String, Picture> of(Stream<Picture> pictures, Set<String> elsewhere) {
        return pictures.filter(picture -> mayBeFetched(picture, elsewhere))
                .collect(Collectors.toUnmodifiableMap(Picture::name, picture -> picture, (one, same) -> one));
    }

    private static boolean mayBeFetched(Picture picture, Set<String> elsewhere) {
        return elsewhere.isEmpty()
                || WebUrl.parse(picture.address())
                        .filter(url -> !elsewhere.contains(url.origin()))
                        .isPresent();
    }

    /** Tells the names of those that are shown now and were not, and of those that are shown no more. */
    static void tell(
            Map<String, Picture> last, Map<String, Picture> next, BiConsumer<Set<String>, Set<String>> changed) {
        Set<String> came = without(next.keySet(), last.keySet());
        Set<String> gone = without(last.keySet(), next.keySet());
        if (!came.isEmpty() || !gone.isEmpty()) {
            changed.accept(came, gone);
        }
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> rest = new HashSet<>(names);
        rest.removeAll(others);
        return rest;
    }
}
