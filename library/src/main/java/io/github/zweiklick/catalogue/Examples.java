package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
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

    void check(JsonObject json) {
        json.allow("embed", "address", "captures", "frame", "original");
        String kind = json.requiredString("embed");
        if (service.embed(kind).isEmpty()) {
            throw json.wrong(
                    "embed",
                    "there is no embed of that id"
                            + Nearest.to(
                                            kind,
                                            service.embeds().stream()
                                                    .map(EmbedKind::id)
                                                    .toList())
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse(""));
        }
        String key = json.has("address") ? "address" : "captures";
        if (json.has("address") == json.has("captures")) {
            throw json.wrong(key, "write either \"address\" or \"captures\", what is pasted");
        }
        Map<String, String> raw = new LinkedHashMap<>(json.entries("captures", JsonObject::requiredString));
        Optional<Embed> found = json.string("address")
                .map(address -> WholeAddress.parse(address).flatMap(catalogue::recogniseLink))
                .orElseGet(() -> catalogue.rebuild(service.id(), kind, raw));
        Embed embed = found.orElseThrow(() -> json.wrong(
                key,
                "it is recognised as nothing; correct the example, or the addresses and captures of the embed \"" + kind
                        + "\""));
        same(json, "embed", Optional.of(embed.kind().id()));
        same(json, "frame", embed.frame());
        same(json, "original", Optional.of(embed.original()));
        roundTrip(json, embed);
    }

    private static void same(JsonObject json, String key, Optional<String> actual) {
        if (!json.string(key).equals(actual)) {
            throw json.wrong(
                    key,
                    actual.map(text -> "it comes out as \"" + text + "\"").orElse("it comes out without")
                            + "; correct the example or the embed");
        }
    }

    private void roundTrip(JsonObject json, Embed embed) {
        if (embed.frame().isEmpty() || embed.kind().addresses().isEmpty()) {
            return;
        }
        Optional<Embed> again = WebUrl.parse(embed.frame().get()).flatMap(catalogue::recogniseLink);
        boolean isSame = again.filter(other -> other.frame().equals(embed.frame()))
                .filter(other -> other.original().equals(embed.original()))
                .isPresent();
        if (!isSame) {
            throw json.wrong(
                    "frame",
                    "the frame itself, pasted, "
                            + again.map(other ->
                                            "comes out as \"" + other.frame().orElse("nothing")
                                                    + "\" with the original \"" + other.original() + "\"")
                                    .orElse("is recognised as nothing")
                            + "; add its address to \"addresses\"");
        }
    }
}
