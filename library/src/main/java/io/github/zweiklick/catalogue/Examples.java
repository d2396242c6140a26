package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the examples a service's file gives: what is pasted must come out as the file says, and the frame built must be
 * known again. A file whose examples fail would misread pages, so it is refused.
 */
final class Examples {
    private final Service service;
    private final Catalogue catalogue;

    Examples(Service service) {
        this.service = service;
        this.catalogue = Catalogue.of(List.of(service));
    }

    /** The embed of one example. */
    Embed check(Keys keys) {
        String kind = keys.text("embed");
        if (service.embed(kind).isEmpty()) {
            throw keys.wrong(
                    "embed",
                    "there is no embed of that id"
                            + Nearest.to(
                                            kind,
                                            service.embeds().stream()
                                                    .map(EmbedKind::id)
                                                    .toList())
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""));
        }
        String key = keys.has("address") ? "address" : "captures";
        if (keys.has("address") == keys.has("captures")) {
            throw keys.wrong(key, "write either 'address' or 'captures', what is pasted");
        }
        Map<String, String> raw = new LinkedHashMap<>(keys.entries("captures", Keys::text));
        Optional<Embed> found = keys.textIfAny("address")
                .map(address -> WholeAddress.parse(address).flatMap(catalogue::recogniseLink))
                .orElseGet(() -> catalogue.rebuild(service.id(), kind, raw));
        Embed embed = found.orElseThrow(() -> keys.wrong(
                key,
                "it is recognised as nothing; correct the example, or the addresses and captures of the embed '" + kind
                        + "'"));
        same(keys, "embed", Optional.of(embed.kind().id()));
        same(keys, "frame", embed.frame());
        same(keys, "original", Optional.of(embed.original()));
        roundTrip(keys, embed);
        return embed;
    }

    private static void same(Keys keys, String key, Optional<String> actual) {
        if (!keys.textIfAny(key).equals(actual)) {
            throw keys.wrong(
                    key,
                    actual.map(text -> "it comes out as \"" + text + "\"").orElse("it comes out without")
                            + "; correct the example or the embed");
        }
    }

    private void roundTrip(Keys keys, Embed embed) {
        if (embed.frame().isEmpty() || embed.kind().addresses().isEmpty()) {
            return;
        }
        Optional<Embed> again = WebUrl.parse(embed.frame().get()).flatMap(catalogue::recogniseLink);
        boolean isSame = again.filter(other -> other.frame().equals(embed.frame()))
                .filter(other -> other.original().equals(embed.original()))
                .isPresent();
        if (!isSame) {
            throw keys.wrong(
                    "frame",
                    "the frame itself, pasted, "
                            + again.map(other ->
                                            "comes out as \"" + other.frame().orElse("nothing")
                                                    + "\" with the original \"" + other.original() + "\"")
                                    .orElse("is recognised as nothing")
                            + "; add its address to 'addresses'");
        }
    }
}
