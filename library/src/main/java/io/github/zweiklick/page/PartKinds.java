package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.ForeignPart.Kind;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** What sort of part a tag is that is disarmed or left out. */
final class PartKinds {
    private static final Set<String> HINTS =
            Set.of("dns-prefetch", "preconnect", "prefetch", "preload", "modulepreload", "prerender", "next", "prev");

    private static final Set<String> LOADED = Set.of("src", "data", "codebase");

    private PartKinds() {}

    static Kind of(Verdict.Removed removed) {
        if (removed.dead().isPresent()) {
            return Kind.DEAD_PLUGIN;
        }
        return removed.service().role() == Service.Role.TRACKER ? Kind.TRACKER : Kind.COMPANION;
    }

    static Kind of(SourceText source, StartTag tag, Collection<String> attributes) {
        String element = tag.localName();
        if (!attributes.isEmpty() && attributes.stream().allMatch("style"::equals)) {
            return Kind.STYLE;
        }
        return switch (element) {
            case "script" -> ScriptType.of(source, tag) == ScriptType.SPECULATION_RULES ? Kind.HINT : Kind.SCRIPT;
            case "style" -> Kind.STYLE;
            case "link" -> link(source, tag);
            case "meta" -> isRefresh(source, tag) ? Kind.REFRESH : Kind.HINT;
            case "base" -> Kind.BASE;
            default -> Contact.FRAMES.contains(element) ? Kind.FRAME : Kind.RESOURCE;
        };
    }

    private static Kind link(SourceText source, StartTag tag) {
        String relations = Ascii.lower(String.join(" ", source.values(tag, "rel")));
        if (relations.contains("stylesheet")) {
            return Kind.STYLE;
        }
        return Stream.of(relations.split("[ \\t\\n\\f\\r]+")).anyMatch(HINTS::contains) ? Kind.HINT : Kind.RESOURCE;
    }

    private static boolean isRefresh(SourceText source, StartTag tag) {
        return source.value(tag, "http-equiv")
                .filter(pragma -> Ascii.lower(pragma.strip()).equals("refresh"))
                .isPresent();
    }

    /** Whether the element would load what an attribute names, itself or by a script that waits until it is seen. */
    static boolean isLoaded(StartTag tag, Attribute attribute) {
        return LOADED.contains(attribute.localName())
                || Contact.LAZY.contains(attribute.name())
                || (attribute.name().equals("href") && tag.name().equals("link"));
    }
}
