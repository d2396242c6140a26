package io.github.zweiklick.catalogue;

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

    static FrameRules read(Keys keys, ServiceReader.HostSets sets) {
        List<String> hosts = sets.hosts(keys, "hosts");
        List<String> contacts = keys.has("contacts") ? sets.hosts(keys, "contacts") : List.of();
        List<String> scripts = keys.has("scripts") ? sets.hosts(keys, "scripts") : List.of();
        if (hosts.contains(HostPatterns.ANY)
                || contacts.contains(HostPatterns.ANY)
                || scripts.contains(HostPatterns.ANY)) {
            throw keys.wrong("hosts", "name the hosts: '*' would let the frame be anybody's");
        }
        return new FrameRules(
                hosts,
                contacts,
                scripts,
                known(keys, "sandbox", SANDBOX),
                known(keys, "allow", ALLOW),
                keys.oneOf("referrer", FrameRules.Referrer.class),
                keys.flag("credentialless", false));
    }

    /** For services that are recognised only. */
    static FrameRules nothing() {
        return new FrameRules(List.of(), List.of(), List.of(), List.of(), List.of(), FrameRules.Referrer.NONE, true);
    }

    private static List<String> known(Keys keys, String key, Set<String> allowed) {
        List<String> words = keys.textsIfAny(key);
        for (String word : words) {
            if (!allowed.contains(word)) {
                throw keys.wrong(
                        key,
                        "'" + word + "' is not for a service to have"
                                + Nearest.to(word, allowed)
                                        .map(near -> "; nearest is '" + near + "'")
                                        .orElse("")
                                + ". Valid: "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        return words;
    }
}
