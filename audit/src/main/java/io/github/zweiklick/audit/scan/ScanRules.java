package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.Problem.Level;
import io.github.zweiklick.audit.format.Rule;
import io.github.zweiklick.page.ForeignPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is looked for: the sorts of parts that the rewriter knows, and header lines. */
final class ScanRules {
    static final Rule HEADER = new Rule(
            "header",
            "Header line that makes browsers contact a foreign host",
            "Browsers act on this line of the response's header by themselves. Take it out where it is set, or leave its"
                    + " foreign part out.",
            Level.ERROR);

    private ScanRules() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        for (ForeignPart.Kind kind : ForeignPart.Kind.values()) {
            rules.add(of(kind));
        }
        rules.add(HEADER);
        return rules;
    }

    static Rule of(ForeignPart.Kind kind) {
        Level level = kind.isTakenOut() ? Level.ERROR : Level.NOTE;
        return new Rule(id(kind), title(kind), help(kind), level);
    }

    static String id(ForeignPart.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(ForeignPart.Kind kind) {
        return switch (kind) {
            case EMBED -> "Embed of a known service";
            case WIDGET -> "Widget of a known service";
            case COMPANION -> "What comes with a service's codes";
            case DEAD_PLUGIN -> "Plugin that its provider has switched off";
            case TRACKER -> "Code that watches visitors";
            case FRAME -> "Frame of a foreign host";
            case SCRIPT -> "Script of a foreign host";
            case STYLE -> "Style sheet of a foreign host, or one that loads from there";
            case HINT -> "Hint by which browsers turn to a host in advance";
            case REFRESH -> "Page that leads to a foreign host by itself";
            case BASE -> "Foreign base of relative addresses";
            case RESOURCE -> "Picture, medium or other file of a foreign host";
            case LOADER -> "Inline script that loads a service";
            case UNREADABLE -> "Code of a service that cannot be understood";
        };
    }

    private static String help(ForeignPart.Kind kind) {
        return switch (kind) {
            case EMBED ->
                "The browser contacts the service as soon as the page is opened. Zweiklick puts a placeholder in its place; it is"
                        + " loaded when the visitor says so.";
            case WIDGET ->
                "Zweiklick makes a plain link of a share button, and a box of what acts in the page. A link that you write"
                        + " yourself needs neither.";
            case COMPANION ->
                "Script, style or picture that the service's codes bring along. Placeholders need none of it: take it out.";
            case DEAD_PLUGIN -> "It shows nothing any more. Take its code out.";
            case TRACKER ->
                "It tells a third party who visits the page. Take its code out, or count on your own server.";
            case FRAME ->
                "The browser contacts the host as soon as the page is opened. Describe the service in a catalogue file to have a"
                        + " placeholder for it, or write a link.";
            case SCRIPT, STYLE, RESOURCE ->
                "The browser contacts the host as soon as the page is opened. Put the file on the site itself, or name the host"
                        + " as the site's own if it is.";
            case HINT ->
                "The browser asks for the host's name or opens a connection although nothing is loaded from it. Take it out.";
            case REFRESH -> "The visitor is led away without having done anything. Write a link.";
            case BASE -> "All relative addresses of the page lead to the foreign host. Take it out.";
            case LOADER ->
                "Nothing foreign stands in the markup, but the script asks for it. Zweiklick leaves the script; its headers stop"
                        + " what it loads. Without them the browser contacts the host.";
            case UNREADABLE ->
                "It stays as it is and shows nothing. Paste the code again, or write a link of class zweiklick-embed.";
        };
    }
}
