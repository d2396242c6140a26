package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.finding.Finding.Kind;

/** What the operator is told about a page. */
final class Reports {
    private Reports() {}

    static void embeddedLoader(Session session, Service service) {
        session.report(
                Kind.BLOCKED_RESOURCE,
                "A long inline script also loads " + service.name()
                        + "; it was left, and what it loads is stopped by the headers only",
                "Take the loader of " + service.name() + " out of that script; placeholders need none.");
    }

    static void deadPlugin(Session session, Service service, EmbedKind kind) {
        session.report(
                Kind.DEAD_PLUGIN,
                "The plugin \"" + kind.id() + "\" of " + service.name()
                        + " is switched off by its provider and was left out",
                "Delete its code from the page.");
    }

    static void unknownFrame(Session session, String host) {
        session.report(
                Kind.UNKNOWN_FRAME,
                "A frame of " + host + " was replaced by a box with a link",
                "Describe the service in a catalogue file, or declare the host the site's own if it is.");
    }

    static void blocked(Session session, String element, String host) {
        session.report(
                Kind.BLOCKED_RESOURCE,
                "An element <" + element + "> would have contacted " + host + " and was disarmed",
                "Host the file on the site itself, or declare " + host + " the site's own if it is.");
    }

    static void forged(Session session, String what) {
        session.report(
                Kind.FORGED_MARKUP,
                what + " that only Zweiklick may write was disarmed",
                "Delete it from the page; to ask for an embed write a link of class zweiklick-embed.");
    }

    static void unreadable(Session session, String service, String element) {
        session.report(
                Kind.UNREADABLE_EMBED,
                "An element <" + element + "> looks like an embed of " + service
                        + " but holds no address that can be understood",
                "Paste the code again, or write a link of class zweiklick-embed.");
    }
}
