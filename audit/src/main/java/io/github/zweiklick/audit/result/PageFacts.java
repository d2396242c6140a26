package io.github.zweiklick.audit.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a page looked like once it was loaded, as far as the law asks.
 *
 * @param zweiklick whether Zweiklick made the page
 * @param title of the document
 * @param placeholders in the order of the page
 * @param settings whether there is a way to what was allowed before
 * @param preselected boxes and switches for consent that are on before the visitor did anything, as start tags
 * @param links to other hosts, as they are shown
 * @param banner what a consent tool of another make asks; empty where none of those known does
 */
public record PageFacts(
        boolean zweiklick,
        String title,
        List<Placeholder> placeholders,
        boolean settings,
        List<String> preselected,
        List<Link> links,
        Optional<Banner> banner) {

    public static final PageFacts NONE = new PageFacts(false, "", List.of(), false, List.of(), List.of());

    /** A page on which no consent tool of another make asks. */
    public PageFacts(
            boolean zweiklick,
            String title,
            List<Placeholder> placeholders,
            boolean settings,
            List<String> preselected,
            List<Link> links) {
        this(zweiklick, title, placeholders, settings, preselected, links, Optional.empty());
    }

    public PageFacts with(Banner asking) {
        return new PageFacts(zweiklick, title, placeholders, settings, preselected, links, Optional.of(asking));
    }

    public PageFacts {
        placeholders = List.copyOf(placeholders);
        preselected = List.copyOf(preselected);
        links = List.copyOf(links);
    }

    /**
     * What a consent tool asks.
     *
     * @param tool its name
     * @param accept the button that consents to everything; empty where there is none to be seen
     * @param decline the button beside it that declines everything; empty where there is none to be seen
     * @param stores names of its own entries, which keep the choice; may end in a star
     * @param clicks it took to take the consent back; empty where that was not done
     */
    public record Banner(
            String tool, List<Button> accept, List<Button> decline, List<String> stores, OptionalInt clicks) {

        public Banner {
            accept = List.copyOf(accept);
            decline = List.copyOf(decline);
            stores = List.copyOf(stores);
        }

        public Banner withdrawn(OptionalInt needed) {
            return new Banner(tool, accept, decline, stores, needed);
        }
    }

    /**
     * A link to another host.
     *
     * @param tag its start tag
     * @param text what visitors can read or hear of it
     */
    public record Link(String host, String tag, String text) {}

    /**
     * What stands for an embed that was not loaded.
     *
     * @param service id in the catalogue
     * @param address the airlock's, which its buttons post to: it names the embed
     * @param once the button that loads it this once; empty where there is none to be seen
     * @param remember the button that allows the service; empty where there is none to be seen
     */
    public record Placeholder(String service, String address, List<Button> once, List<Button> remember) {

        public Placeholder {
            once = List.copyOf(once);
            remember = List.copyOf(remember);
        }
    }

    /**
     * A button as it is shown.
     *
     * @param height in CSS pixels
     * @param font size in CSS pixels
     * @param contrast of its text, from 1 to 21
     */
    public record Button(double height, double font, double contrast, String background) {}
}
