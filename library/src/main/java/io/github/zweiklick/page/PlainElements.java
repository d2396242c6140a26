package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.Extents.Extent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Elements that a foreign script would have turned into plain ones of HTML: without it they show nothing. */
final class PlainElements {
    /** @param element the plain element's name */
    record Plain(Service service, String element) {}

    private final Map<String, Plain> byName = new HashMap<>();

    PlainElements(Catalogue catalogue) {
        for (Service service : catalogue.services()) {
            service.companions()
                    .plain()
                    .forEach((name, element) -> byName.putIfAbsent(name, new Plain(service, element)));
        }
    }

    Optional<Plain> of(StartTag tag) {
        return Optional.ofNullable(byName.get(tag.name()));
    }

    /**
     * Writes the plain element's name over the other in both tags; returns the position up to which the text has been
     * dealt with. The attributes are examined in the next round, as those of the plain element.
     */
    static int write(StartTag tag, Extent extent, String element, List<Splice> splices) {
        splices.add(new Splice(tag.start() + 1, tag.nameEnd(), element));
        if (element.equals("img")) {
            // What stands inside is for browsers that show no picture.
            splices.add(new Splice(tag.end(), extent.end(), ""));
            return extent.end();
        }
        int name = extent.contentEnd() + 2;
        splices.add(new Splice(name, name + tag.name().length(), element));
        return tag.end();
    }
}
