package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.Problem;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.ForeignPart;
import io.github.zweiklick.page.SourceRange;
import java.util.Optional;

/** Says in one line what a part is, whom it contacts, and what to do. */
final class Messages {
    private Messages() {}

    static Problem problem(ForeignPart part) {
        SourceRange range = part.range();
        return new Problem(
                ScanRules.id(part.kind()),
                ScanRules.of(part.kind()).level(),
                (part.nested() ? "in the document of this tag, " : "") + message(part),
                Optional.of(new Problem.Region(range.line(), range.column(), range.endLine(), range.endColumn())),
                String.join(
                        " ",
                        part.element(),
                        String.join(",", part.attributes()),
                        String.join(",", part.hosts()),
                        part.excerpt()));
    }

    private static String message(ForeignPart part) {
        return switch (part.kind()) {
            case EMBED ->
                sentence(part, "an embed of " + whose(part)) + ". Zweiklick puts a placeholder in its place, with "
                        + (part.loadable() ? "two buttons." : "a link only, for facts on it are missing.");
            case WIDGET ->
                sentence(part, "a widget of " + whose(part)) + ". Zweiklick puts a "
                        + (isBox(part) ? "box" : "plain link") + " in its place." + instead(part);
            case COMPANION ->
                sentence(part, "part of the codes of " + whose(part)) + ". Placeholders do without: take it out.";
            case DEAD_PLUGIN ->
                sentence(part, "a plugin of " + whose(part) + ", which its provider has switched off") + "."
                        + instead(part);
            case TRACKER ->
                sentence(part, "code of " + whose(part) + ", which watches visitors") + "."
                        + (instead(part).isEmpty() ? " Take it out." : instead(part));
            case FRAME ->
                contacts(part)
                        + ". Describe the service in a catalogue file, or name the host with --first-party if it is the site's"
                        + " own.";
            case SCRIPT, STYLE, RESOURCE -> contacts(part) + remedy(part);
            case HINT -> hint(part);
            case REFRESH -> what(part) + " leads to " + hosts(part) + " by itself. Write a link.";
            case BASE -> what(part) + " makes relative addresses lead to " + hosts(part) + ". Take it out.";
            case LOADER ->
                what(part) + " loads " + whose(part) + ", which only the headers that Zweiklick sends stop."
                        + instead(part);
            case UNREADABLE ->
                what(part) + " looks like an embed of " + whose(part)
                        + " but holds no address that can be understood. Paste the code again, or write a link of class"
                        + " zweiklick-embed.";
        };
    }

    /** Whom it contacts and what it is. */
    private static String sentence(ForeignPart part, String noun) {
        return part.hosts().isEmpty() ? what(part) + " is " + noun : contacts(part) + ": " + noun;
    }

    private static String contacts(ForeignPart part) {
        if (part.hosts().isEmpty()) {
            return what(part) + " cannot be examined and may contact any host";
        }
        String name = part.service().isPresent() && !isTold(part.kind()) ? " (" + whose(part) + ")" : "";
        return what(part) + " contacts " + hosts(part) + name;
    }

    /** Whether the service is named anyway. */
    private static boolean isTold(ForeignPart.Kind kind) {
        return switch (kind) {
            case EMBED, WIDGET, COMPANION, DEAD_PLUGIN, TRACKER -> true;
            default -> false;
        };
    }

    private static String hint(ForeignPart part) {
        if (part.element().equals("script")) {
            return what(part) + " makes browsers load pages in advance, wherever these lead. Take it out.";
        }
        if (part.element().equals("meta")) {
            return what(part) + " makes browsers ask for the names of the hosts that links lead to. Take it out.";
        }
        return part.hosts().isEmpty()
                ? contacts(part) + ". Take it out."
                : what(part) + " makes browsers turn to " + hosts(part) + " in advance. Take it out.";
    }

    private static String what(ForeignPart part) {
        String element = part.element();
        if (part.kind() == ForeignPart.Kind.STYLE && part.attributes().isEmpty()) {
            return switch (element) {
                case "", "style" -> "a style sheet";
                case "xml-stylesheet" -> "<?xml-stylesheet?>";
                default -> "<" + element + " style>";
            };
        }
        String attributes = part.attributes().isEmpty() ? "" : " " + String.join(", ", part.attributes());
        return "<" + element + attributes + ">";
    }

    private static String hosts(ForeignPart part) {
        return part.hosts().isEmpty() ? "what cannot be examined" : String.join(", ", part.hosts());
    }

    private static String whose(ForeignPart part) {
        String name = part.service().map(Service::name).orElse("");
        return name + part.content().map(content -> " (" + content.id() + ")").orElse("");
    }

    private static boolean isBox(ForeignPart part) {
        return part.content()
                .map(EmbedKind::treatment)
                .filter(EmbedKind.Treatment.BOX::equals)
                .isPresent();
    }

    private static String instead(ForeignPart part) {
        return part.content()
                .flatMap(EmbedKind::instead)
                .or(() -> part.service().flatMap(Service::instead))
                .map(sentence -> " " + sentence)
                .orElse("");
    }

    private static String remedy(ForeignPart part) {
        return part.service()
                .flatMap(Service::instead)
                .map(sentence -> ". " + sentence)
                .orElse(
                        ". Put the file on the site itself, or name the host with --first-party if it is the site's own.");
    }
}
