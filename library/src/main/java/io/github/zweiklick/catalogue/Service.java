package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One network, as its JSON file describes it.
 *
 * @param id lower-case ASCII, the file's name
 * @param name the brand as visitors know it
 * @param hosts host patterns ({@code example.com} exactly, {@code *.example.com} any host below it) that belong to it
 * @param embeds the kinds of content it lets others embed, the most specific first
 * @param companions scripts and the like that come with its embed codes and are of no use without them
 * @param frame what the frame may do and whom it contacts
 * @param facts what a visitor must be told, empty where not all of it is known with a source
 */
public record Service(
        String id,
        String name,
        List<String> hosts,
        List<EmbedKind> embeds,
        Companions companions,
        FrameRules frame,
        Optional<Facts> facts) {

    public Optional<EmbedKind> embed(String kindId) {
        return embeds.stream().filter(kind -> kind.id().equals(kindId)).findFirst();
    }
}
