package io.github.zweiklick.page;

/** What a script element is, by its {@code type} (HTML, 4.12.1.1, "prepare the script element"). */
enum ScriptType {
    PROGRAM,
    IMPORT_MAP,
    SPECULATION_RULES,
    /** A data block: consent tools park scripts this way. */
    DATA;

    /** Whether the browser, or one that knows other types than we do, may run it. */
    boolean runs() {
        return this == PROGRAM;
    }

    /**
     * The most that any reader makes of it: where an attribute is repeated, elements take the first and Chromium's
     * preload scanner the last (measured).
     */
    static ScriptType of(SourceText source, StartTag tag) {
        ScriptType most = DATA;
        boolean told = false;
        for (Attribute attribute : tag.attributes()) {
            if (attribute.name().equals("type")) {
                ScriptType other = of(source.value(attribute));
                most = most == DATA || (most == PROGRAM && other != DATA) ? other : most;
                told = true;
            }
        }
        return told ? most : PROGRAM;
    }

    private static ScriptType of(String type) {
        String name = Ascii.lower(type.strip());
        return switch (name) {
            case "importmap" -> IMPORT_MAP;
            case "speculationrules" -> SPECULATION_RULES;
            case "", "module" -> PROGRAM;
            default -> name.contains("script") && !name.contains("blocked") ? PROGRAM : DATA;
        };
    }
}
