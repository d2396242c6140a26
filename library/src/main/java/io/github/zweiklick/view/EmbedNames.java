package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import java.util.Map;
import java.util.Optional;

/**
 * How an embed is called in one language.
 *
 * @param service the brand, with the server where visitors choose one
 * @param title kind of content and service, with the embed's own title where it has one
 */
record EmbedNames(String service, String title) {

    static EmbedNames of(Embed embed, Wording wording, Optional<String> ownTitle) {
        String brand = embed.service().name();
        String service = embed.chosenHost()
                .map(host -> wording.say("service.host", Map.of("service", brand, "host", host)))
                .orElse(brand);
        String content = wording.content(embed.kind().content());
        String title = ownTitle.map(
                        own -> wording.say("title.named", Map.of("content", content, "service", service, "title", own)))
                .orElseGet(() -> wording.say("title", Map.of("content", content, "service", service)));
        return new EmbedNames(service, title);
    }
}
