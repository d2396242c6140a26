package io.github.zweiklick.page;

import java.util.Set;

/**
 * What browsers make of tags in {@code select} that know no rich content in it: all but a few are ignored, and an ignored
 * {@code title} begins no text. So said HTML until 2025, in the insertion mode "in select".
 */
final class SelectContent {
    private static final Set<String> ENDING = Set.of("select", "input", "keygen", "textarea");
    private static final Set<String> ENDING_IN_TABLES =
            Set.of("caption", "table", "tbody", "tfoot", "thead", "tr", "td", "th");

    private int tables;
    private boolean open;
    private boolean inTable;

    /** Whether a start tag is ignored; takes note of it. */
    boolean ignores(String name) {
        if (!open) {
            open = name.equals("select");
            inTable = tables > 0;
            tables += name.equals("table") ? 1 : 0;
            return false;
        }
        open = !ENDING.contains(name) && !(inTable && ENDING_IN_TABLES.contains(name));
        return open && !name.equals("script");
    }

    void end(String name) {
        if (name.equals("select") || (inTable && ENDING_IN_TABLES.contains(name))) {
            open = false;
        }
        if (name.equals("table")) {
            tables = Math.max(0, tables - 1);
        }
    }
}
