package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.PageMarkup.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Authors' links around what we put in. A link must not hold a button (HTML, 4.5.1): the author's ends before ours begins, and what
 * follows ours is no link any more.
 */
final class LinksAround {
    private static final String LINK = "a";

    private final Examined page;
    private final List<Splice> splices;
    /** Where those begin that are ended, of which there is one end tag each. */
    private final Set<Integer> ended = new HashSet<>();

    LinksAround(Examined page, List<Splice> splices) {
        this.page = page;
        this.splices = splices;
    }

    /** What is put in place of an element, outside all links. */
    String outside(Standing standing, Html markup) {
        if (!standing.isInside(LINK)) {
            return markup.toString();
        }
        if (!page.xml) {
            // The author's own end tag, and those of elements that the link's end ends, are passed over.
            return Html.literal("</a>").and(markup).toString();
        }
        if (standing instanceof TreeStanding tree && tree.place() != Place.INERT) {
            Element child = tree.element();
            for (Element parent = child.parent(); parent != null; parent = parent.parent()) {
                if (parent.normalName().equals(LINK)) {
                    end(parent, child);
                }
                child = parent;
            }
        }
        return markup.toString();
    }

    /**
     * In XML each end tag must be the last open element's: the link ends before its child that holds ours, and its own end tag
     * goes. One whose end is not certain stays around ours.
     */
    private void end(Element link, Element child) {
        Optional<Integer> start = PageTree.position(link);
        Optional<Integer> before = PageTree.position(child);
        if (start.isEmpty() || before.isEmpty()) {
            return;
        }
        for (Candidate candidate : page.between(start.get(), start.get() + 1)) {
            StartTag tag = candidate.tag();
            page.extent(candidate).filter(extent -> ended.add(tag.start())).ifPresent(extent -> {
                // Names in XML differ by case.
                String name = page.source.raw(tag.start() + 1, tag.nameEnd());
                splices.add(Splice.insert(before.get(), "</" + name + ">"));
                splices.add(new Splice(extent.contentEnd(), extent.end(), ""));
            });
        }
    }
}
