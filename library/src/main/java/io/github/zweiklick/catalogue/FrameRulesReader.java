package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.json.Nearest;
import java.util.List;
import java.util.Set;

/** Reads what a service's frame may do. */
final class FrameRulesReader {
    /**
     * The tokens a service may have (HTML, section 4.8.5). Top navigation would take the city's page away, popups that
     * escape would run unsandboxed, storage access would undo the frame's isolation: they are not for having.
     */
    private static final Set<String> SANDBOX = Set.of(
            "allow-downloads",
            "allow-forms",
            "allow-orientation-lock",
            "allow-pointer-lock",
            "allow-popups",
            "allow-presentation",
            "allow-same-origin",
            "allow-scripts");

    /** Features that concern the display of media; nothing that reads a sensor, a camera or a clipboard. */
    private static final Set<String> ALLOW =
            Set.of("autoplay", "encrypted-media", "fullscreen", "picture-in-picture", "web-share");

    private FrameRulesReader() {}

    static FrameRules read(JsonObject json, ServiceReader.HostSets sets) {
        json.allow("hosts", "contacts", "scripts", "sandbox", "allow", "referrer", "credentialless");
        json.require("hosts");
        List<String> hosts = sets.hosts(json, "hosts");
        List<String> contacts = sets.hosts(json, "contacts");
        List<String> scripts = sets.hosts(json, "scripts");
        if (hosts.contains(HostPatterns.ANY)
                || contacts.contains(HostPatterns.ANY)
                || scripts.contains(HostPatterns.ANY)) {
            throw json.wrong("hosts", "name the hosts: '*' would let the frame be anybody's");
        }
        return new FrameRules(
                hosts,
                contacts,
                scripts,
                known(json, "sandbox", SANDBOX),
                known(json, "allow", ALLOW),
                json.requiredChoice("referrer", FrameRules.Referrer.class),
                json.flag("credentialless").orElse(false));
    }

    /** For services that are recognised only. */
    static FrameRules nothing() {
        return new FrameRules(List.of(), List.of(), List.of(), List.of(), List.of(), FrameRules.Referrer.NONE, true);
    }

    private static List<String> known(JsonObject json, String key, Set<String> allowed) {
        List<String> words = json.strings(key);
        for (String word : words) {
            if (!allowed.contains(word)) {
                throw json.wrong(
                        key,
                        "\"" + word + "\" is not for a service to have"
                                + Nearest.to(word, allowed)
                                        .map(near -> "; nearest is \"" + near + "\"")
                                        .orElse("")
                                + ". Valid: "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        return words;
    }
}
