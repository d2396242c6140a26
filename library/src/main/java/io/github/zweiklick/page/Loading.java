package io.github.zweiklick.page;

import io.github.zweiklick.policy.LinkRelations;

/**
 * What {@code rel} and {@code type} make of a tag's address. Told once a tag, which may have thousands of addresses. Repeated
 * attributes count: preload scanners read them all.
 */
final class Loading {
    private final SourceText source;
    private int toldOf = -1;
    private boolean inert;
    private boolean styleSheet;

    Loading(SourceText source) {
        this.source = source;
    }

    /** Whether the attribute is an address that the browser does not load: of a mere reference, of a data block. */
    boolean isInert(StartTag tag, String attribute) {
        boolean decides = (isLink(tag) && attribute.equals("href"))
                || (tag.localName().equals("script") && attribute.equals("src"));
        if (decides) {
            tell(tag);
        }
        return decides && inert;
    }

    boolean isStyleSheet(StartTag tag) {
        if (isLink(tag)) {
            tell(tag);
        }
        return isLink(tag) && styleSheet;
    }

    private static boolean isLink(StartTag tag) {
        return tag.localName().equals("link");
    }

    private void tell(StartTag tag) {
        if (tag.start() == toldOf) {
            return;
        }
        toldOf = tag.start();
        if (!isLink(tag)) {
            inert = ScriptType.of(source, tag) == ScriptType.DATA;
            return;
        }
        inert = true;
        styleSheet = false;
        for (String relation : source.values(tag, "rel")) {
            inert &= LinkRelations.isInert(relation);
            styleSheet |= Ascii.lower(relation).contains("stylesheet");
        }
    }
}
