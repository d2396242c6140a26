package io.github.zweiklick.page;

import static io.github.zweiklick.page.ElementKinds.*;

import java.util.Arrays;

/** Open elements, the outermost first, and what ends them. */
final class ElementStack {
    private static final long ADDRESS = NameTable.key("address");
    private static final long DIV = NameTable.key("div");

    private long[] names = new long[32];
    private int[] kinds = new int[32];
    /** Where the value of the language stands, with its end; 0 where none. */
    private long[] languages = new long[32];

    private int depth;
    /** Whether a link was ended without its end tag: the parser may open it again anywhere. */
    private boolean strayLink;
    /** Whether formatting was ended around a block that stays open: parsers do not agree on what is open afterwards. */
    private boolean torn;

    void clear() {
        depth = 0;
        torn = false;
        strayLink = false;
    }

    int depth() {
        return depth;
    }

    boolean isCertain() {
        return !strayLink && !torn;
    }

    void forgetStrayLink() {
        strayLink = false;
    }

    boolean is(int index, int kind) {
        return (kinds[index] & kind) != 0;
    }

    long language(int index) {
        return languages[index];
    }

    boolean isInnermost(int kind) {
        return depth > 0 && is(depth - 1, kind);
    }

    boolean isParagraphOpen(int depth) {
        for (int i = depth - 1; i >= 0; i--) {
            if ((kinds[i] & (P | SCOPE | BUTTON)) != 0) {
                return (kinds[i] & P) != 0;
            }
        }
        return false;
    }

    /** The innermost element of a name; -1 where a barrier comes first, which may be the element itself. */
    int find(long key, int barrier) {
        for (int i = depth - 1; i >= 0; i--) {
            if (names[i] == key) {
                return i;
            }
            if ((kinds[i] & barrier) != 0) {
                return -1;
            }
        }
        return -1;
    }

    int find(int kind) {
        for (int i = depth - 1; i >= 0; i--) {
            if ((kinds[i] & kind) != 0) {
                return i;
            }
        }
        return -1;
    }

    /** Ends what a start tag ends besides a paragraph. */
    void closeFor(int element) {
        if ((element & (LI | DD)) != 0) {
            int wanted = element & (LI | DD);
            for (int i = depth - 1; i >= 0; i--) {
                if ((kinds[i] & wanted) != 0) {
                    pop(i);
                    return;
                }
                // Only address, div and p among the special elements let it through.
                if ((kinds[i] & SPECIAL) != 0 && (kinds[i] & P) == 0 && names[i] != ADDRESS && names[i] != DIV) {
                    return;
                }
            }
        } else if ((element & (CELL | ROW | SECTION)) != 0) {
            int inner = CELL | ((element & (ROW | SECTION)) != 0 ? ROW : 0) | ((element & SECTION) != 0 ? SECTION : 0);
            for (int i = depth - 1; i >= 0 && (kinds[i] & TABLE) == 0; i--) {
                if ((kinds[i] & inner) != 0) {
                    pop(i);
                }
            }
        } else if ((element & OPTION) != 0 && isInnermost(OPTION)) {
            pop(depth - 1);
        } else if ((element & BUTTON) != 0) {
            popInScope(BUTTON);
        } else if ((element & A) != 0) {
            // One link inside another ends the outer, and one that lost its element is forgotten.
            int open = find(A);
            if (open >= 0) {
                torn |= open < depth - 1;
                endFormatting(open);
            }
            strayLink = false;
        }
    }

    /** Without a block inside, all up to it ends; a block stays open when the formatting around it ends. */
    void endFormatting(int found) {
        boolean block = false;
        for (int i = found + 1; i < depth; i++) {
            block |= (kinds[i] & SPECIAL) != 0;
        }
        if (block) {
            torn = true;
            remove(found);
        } else {
            kinds[found] &= ~A;
            pop(found);
        }
    }

    void endParagraph() {
        if (isParagraphOpen(depth)) {
            pop(find(P));
        }
    }

    void popInScope(int kind) {
        for (int i = depth - 1; i >= 0; i--) {
            if ((kinds[i] & kind) != 0) {
                pop(i);
                return;
            }
            if ((kinds[i] & SCOPE) != 0) {
                return;
            }
        }
    }

    /** Ends an element and all inside it. */
    void pop(int index) {
        for (int i = index; i < depth; i++) {
            strayLink |= (kinds[i] & A) != 0;
        }
        depth = index;
    }

    /** Forgets the elements from an index on without ending them. */
    void truncate(int index) {
        depth = index;
    }

    void remove(int index) {
        System.arraycopy(names, index + 1, names, index, depth - index - 1);
        System.arraycopy(kinds, index + 1, kinds, index, depth - index - 1);
        System.arraycopy(languages, index + 1, languages, index, depth - index - 1);
        depth--;
    }

    void push(long key, int element, long language) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            kinds = Arrays.copyOf(kinds, depth * 2);
            languages = Arrays.copyOf(languages, depth * 2);
        }
        names[depth] = key;
        kinds[depth] = element;
        languages[depth++] = language;
    }
}
