package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** What a document gets once: style and script in the head, the form and refresh links at the start of the body. */
final class Insertions {
    private final PageMarkup markup;
    private boolean headDone;
    private boolean formDone;
    private boolean headNeeded;
    private boolean formNeeded;
    private List<Html> refreshes = new ArrayList<>();
    private int first = Integer.MAX_VALUE;

    Insertions(PageMarkup markup) {
        this.markup = markup;
    }

    void needHead(StartTag where) {
        headNeeded = true;
        first = Math.min(first, where.start());
    }

    void needForm(StartTag where) {
        formNeeded = true;
        needHead(where);
    }

    void refresh(Html link, StartTag where) {
        refreshes.add(link);
        needHead(where);
    }

    /** What this round needs and no earlier one has inserted. */
    List<Splice> splices(Examined page) {
        List<Splice> splices = new ArrayList<>();
        if (headNeeded && !headDone) {
            headDone = true;
            splices.add(Splice.insert(headPosition(page), markup.head().toString()));
        }
        Html body = Html.EMPTY;
        if (formNeeded && !formDone) {
            formDone = true;
            body = body.and(markup.form());
        }
        for (Html refresh : refreshes) {
            body = body.and(refresh);
        }
        refreshes = new ArrayList<>();
        if (!body.isEmpty()) {
            splices.add(Splice.insert(bodyPosition(page), body.toString()));
        }
        return splices;
    }

    private int headPosition(Examined page) {
        return endOf(page, "head")
                .or(() -> endOf(page, "html"))
                .or(() -> doctypeEnd(page))
                .or(() -> page.xml || endOf(page, "body").isEmpty() ? Optional.empty() : Optional.of(0))
                .orElseGet(() -> bodyPosition(page));
    }

    private int bodyPosition(Examined page) {
        return endOf(page, "body").orElseGet(() -> outermost(page));
    }

    /** After the element's own start tag, where it has one. */
    private static Optional<Integer> endOf(Examined page, String name) {
        return Optional.ofNullable(page.tree.document().selectFirst(name))
                .flatMap(PageTree::position)
                .flatMap(page::at)
                .filter(candidate -> !page.xml || !candidate.tag().selfClosing())
                .map(candidate -> candidate.tag().end());
    }

    private static Optional<Integer> doctypeEnd(Examined page) {
        for (Token token : page.tokens) {
            if (token instanceof Token.Doctype doctype) {
                return Optional.of(doctype.end());
            }
            if (token instanceof Token.Start) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Before the outermost element around the first thing inserted: no form, table or paragraph is open there. */
    private int outermost(Examined page) {
        int position = first;
        Optional<Element> element = page.tree.at(first);
        while (element.isPresent()) {
            Element current = element.get();
            position = PageTree.position(current).filter(p -> p <= first).orElse(position);
            element = Optional.ofNullable(current.parent()).filter(parent -> !isRoot(parent));
        }
        return position;
    }

    private static boolean isRoot(Element element) {
        String name = element.normalName();
        return name.equals("body") || name.equals("head") || name.equals("html") || name.equals("#root");
    }
}
