package io.github.zweiklick.page;

import java.util.Optional;

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

    static ScriptType of(SourceText source, StartTag tag) {
        Optional<String> type = source.value(tag, "type");
        String name = Ascii.lower(type.orElse("").strip());
        return switch (name) {
            case "importmap" -> IMPORT_MAP;
            case "speculationrules" -> SPECULATION_RULES;
            case "", "module" -> PROGRAM;
            default -> name.contains("script") && !name.contains("blocked") ? PROGRAM : DATA;
        };
    }
}
