package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import java.util.List;
import java.util.Optional;

/**
 * A place in a page that {@link PageRewriter} replaces or disarms, or that it leaves to the headers.
 *
 * @param element lower case; {@code xml-stylesheet} for that instruction; empty for a style sheet that is a file
 * @param attributes names of those that name a foreign address or make it count, lower case; empty where it is the element as
 *     such, or its content
 * @param hosts that it names, lower case, the first of each attribute; empty where it names none that can be told
 * @param service in the catalogue whose it is
 * @param content what of the service it is, where that is known
 * @param loadable whether the placeholder can be offered with two buttons; of an {@link Kind#EMBED} only
 * @param nested whether it stands in the document that an attribute ({@code srcdoc}) of the tag at the range holds
 * @param excerpt the beginning of the tag or address, at most {@value #LONGEST_EXCERPT} characters in one line
 */
public record ForeignPart(
        Kind kind,
        String element,
        List<String> attributes,
        List<String> hosts,
        Optional<Service> service,
        Optional<EmbedKind> content,
        boolean loadable,
        boolean nested,
        SourceRange range,
        String excerpt) {
    /** In UTF-16 units. */
    public static final int LONGEST_EXCERPT = 120;

    public ForeignPart {
        attributes = List.copyOf(attributes);
        hosts = List.copyOf(hosts);
    }

    /** What sort of part it is. */
    public enum Kind {
        /** Embed of a service in the catalogue: becomes a placeholder. */
        EMBED,
        /** Widget of such a service: becomes a link or a box. */
        WIDGET,
        /** Script, style, picture or empty element that comes with a service's codes: is left out. */
        COMPANION,
        /** Plugin that its network has switched off: is left out. */
        DEAD_PLUGIN,
        /** What watches visitors: is left out. */
        TRACKER,
        /** Frame, object or the like of a host that is in no catalogue: becomes a box, or is disarmed. */
        FRAME,
        /** Script: is disarmed. */
        SCRIPT,
        /** Style sheet, or an address in one: is disarmed. */
        STYLE,
        /** What asks browsers to get something in advance: is disarmed. */
        HINT,
        /** Refresh that leads elsewhere: becomes a link. */
        REFRESH,
        /** Base of relative addresses: is disarmed. */
        BASE,
        /** Picture, sound, icon or whatever else is loaded: is disarmed. */
        RESOURCE,
        /** Inline script that loads a service: stays, and the headers stop what it loads. */
        LOADER,
        /** Pasted code of a service that cannot be understood: stays, and contacts nobody. */
        UNREADABLE;

        /** Whether the rewriter takes it out of the page. */
        public boolean isTakenOut() {
            return this != LOADER && this != UNREADABLE;
        }
    }
}
