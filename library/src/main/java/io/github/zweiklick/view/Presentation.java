package io.github.zweiklick.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What visitors are told, in which languages and by whom.
 *
 * @param controller who is responsible for the site, as visitors shall read it; empty: "the operator of this site"
 * @param officer how its data protection officer is reached
 * @param authority the supervisory authority to complain to
 * @param remembering how long a visitor may allow a service
 * @param languages tags of those shown (BCP 47), at least one; the first is that of pages in any other language
 * @param texts the site's own in place of those shipped, by language and key
 * @param embedded ids of services that notice and settings always list; others are listed once they were met in a page
 * @param archive directory that keeps every notice ever shown; empty: only present ones can be looked up
 */
public record Presentation(
        Optional<String> controller,
        Optional<String> officer,
        Optional<String> authority,
        Remembering remembering,
        List<String> languages,
        Map<String, Map<String, String>> texts,
        List<String> embedded,
        Optional<Path> archive) {

    public Presentation {
        languages = List.copyOf(languages);
        texts = Map.copyOf(texts);
        embedded = List.copyOf(embedded);
    }

    /** German and English, 180 days, and nobody named. */
    public static Presentation defaults() {
        return new Presentation(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Remembering.everywhere(new Remembering.Term.Days(Remembering.MOST_DAYS)),
                Texts.FINISHED,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** The same with another controller. */
    public Presentation withController(String name) {
        return new Presentation(
                Optional.of(name), officer, authority, remembering, languages, texts, embedded, archive);
    }

    /** The same with other terms. */
    public Presentation withRemembering(Remembering terms) {
        return new Presentation(controller, officer, authority, terms, languages, texts, embedded, archive);
    }

    /** The same in other languages. */
    public Presentation withLanguages(List<String> tags) {
        return new Presentation(controller, officer, authority, remembering, tags, texts, embedded, archive);
    }
}
