package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * How far an element reaches by the depth of tags of its name.
 *
 * @param block whether a paragraph around it would end inside it
 * @param links whether links are inside
 * @param nested whether all that is inside is properly nested, so that a parser sees the same end
 */
record Reach(Extent extent, boolean nested, boolean block, boolean links) {
    /** Their end tags may be left out, or the parser moves them about. */
    private static final Set<String> IMPLIED =
            Set.of("p", "li", "dd", "dt", "option", "optgroup", "rb", "rt", "rtc", "rp");

    private static final Set<String> ITEMS = Set.of("li", "dd", "dt", "option", "optgroup", "rb", "rt", "rtc", "rp");
    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dl", "ruby");

    private static final Set<String> MOVED = Set.of(
            "table",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "colgroup",
            "col",
            "html",
            "head",
            "body",
            "frameset",
            "select",
            "form",
            "button",
            "nobr");

    static Optional<Reach> of(byte[] bytes, StartTag tag) {
        if (Extents.VOID.contains(tag.name())) {
            return Optional.of(new Reach(new Extent(tag.end(), tag.end()), true, false, false));
        }
        int cap = Math.min(bytes.length, tag.start() + Extents.CAP);
        if (Extents.TEXT.contains(tag.name())) {
            int content = tag.name().equals("script")
                    ? RawBytes.scriptEnd(bytes, tag.end(), cap)
                    : RawBytes.end(bytes, tag.end(), cap, tag.name());
            return endTag(bytes, content, cap).map(end -> new Reach(new Extent(content, end), true, false, false));
        }
        return walk(new TagWalk(bytes, tag.end(), cap), tag.name());
    }

    private static Optional<Integer> endTag(byte[] bytes, int content, int cap) {
        return content == cap
                ? Optional.empty()
                : TagBytes.endTag(bytes, content, cap).map(StartTag::end);
    }

    private static Optional<Reach> walk(TagWalk walk, String name) {
        Open open = new Open();
        int depth = 0;
        boolean block = false;
        boolean links = false;
        boolean nested = !IMPLIED.contains(name) && !MOVED.contains(name);
        for (Optional<Token> next = walk.next(); next.isPresent(); next = walk.next()) {
            if (next.get() instanceof Token.Start start) {
                String inner = start.tag().name();
                block |= ElementKinds.endsParagraph(inner);
                links |= inner.equals("a");
                nested &= !ITEMS.contains(inner) || open.lists > 0;
                nested &= !MOVED.contains(inner) && !(inner.equals("a") && (name.equals("a") || open.links > 0));
                boolean closed = start.tag().selfClosing() && (inner.equals("svg") || open.drawings > 0);
                if (!closed && !Extents.VOID.contains(inner)) {
                    depth += inner.equals(name) ? 1 : 0;
                    open.push(inner);
                }
            } else if (next.get() instanceof Token.End end) {
                if (end.name().equals(name) && depth == 0) {
                    nested &= open.names.isEmpty()
                            || (implies(name) && open.names.stream().allMatch(IMPLIED::contains));
                    return Optional.of(new Reach(new Extent(end.start(), end.end()), nested, block, links));
                }
                depth -= end.name().equals(name) ? 1 : 0;
                nested &= Extents.VOID.contains(end.name()) || open.close(end.name());
            }
        }
        return Optional.empty();
    }

    /** The end tag of any other element is ignored where a paragraph or an item is open inside (HTML, 13.2.6.4.7). */
    private static boolean implies(String name) {
        return ElementKinds.endsParagraph(name) || IMPLIED.contains(name);
    }

    /** Elements that are open inside. */
    private static final class Open {
        private final Deque<String> names = new ArrayDeque<>();
        private int lists;
        private int links;
        private int drawings;

        void push(String name) {
            names.push(name);
            count(name, 1);
        }

        private String pop() {
            String name = names.pop();
            count(name, -1);
            return name;
        }

        private void count(String name, int more) {
            lists += LISTS.contains(name) ? more : 0;
            links += name.equals("a") ? more : 0;
            drawings += name.equals("svg") ? more : 0;
        }

        /** Whether an end tag ends the innermost element but for those whose end may be implied. */
        boolean close(String name) {
            while (implies(name) && !names.isEmpty() && !names.peek().equals(name) && IMPLIED.contains(names.peek())) {
                pop();
            }
            return !names.isEmpty() && pop().equals(name);
        }
    }
}
