package io.github.zweiklick.catalogue;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one kind of embed. */
record EmbedReader(ServiceReader.HostSets sets, FrameRules rules) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern RATIO = Pattern.compile("[1-9][0-9]{0,3}:[1-9][0-9]{0,3}");

    EmbedKind read(Keys keys) {
        String id = keys.text("id");
        if (!ID.matcher(id).matches()) {
            throw keys.wrong("id", "use lower-case letters, digits and hyphens");
        }
        Map<String, Capture> captures = Ordered.copy(keys.entries("captures", new CaptureReader(sets)::read));
        AddressReader addressReader = new AddressReader(sets, captures);
        List<AddressPattern> addresses = new ArrayList<>();
        keys.objects("addresses", address -> addresses.addAll(addressReader.read(address)));
        boolean isChosen = addresses.stream().anyMatch(AddressPattern::isForChosenHost);
        if (isChosen != captures.values().stream().anyMatch(c -> c.type() == Capture.Type.HOST)) {
            throw keys.wrong("captures", "an address with {host} and a capture 'host' of type host go together");
        }
        List<Form> forms = keys.objects("forms", new FormReader(captures)::read);
        if (addresses.isEmpty() && forms.isEmpty()) {
            throw keys.wrong("addresses", "write at least one address or form by which the embed is known");
        }
        TemplateReader templates = new TemplateReader(captures);
        Optional<AddressTemplate> frame =
                keys.has("frame") ? Optional.of(templates.read(keys, "frame")) : Optional.empty();
        frame.ifPresent(template -> isAtOurHost(keys, template));
        return new EmbedKind(
                id,
                keys.oneOf("content", EmbedKind.Content.class),
                keys.has("treatment")
                        ? keys.oneOf("treatment", EmbedKind.Treatment.class)
                        : EmbedKind.Treatment.PLACEHOLDER,
                captures,
                List.copyOf(addresses),
                forms,
                frame,
                keys.objectIfAny("script", script -> script(script, templates)),
                templates.read(keys, "original"),
                keys.objectIfAny("size", EmbedReader::size)
                        .orElseGet(() -> new EmbedKind.Size(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    /** The airlock's policy names the hosts of 'loading': a frame elsewhere would never load. */
    private void isAtOurHost(Keys keys, AddressTemplate frame) {
        boolean isChosen = frame.base().startsWith("https://{+host}/");
        boolean isOurs = isChosen
                ? rules.hosts().contains(HostPatterns.CHOSEN)
                : WebUrl.parse(frame.base().replaceAll("[{}]", "_"))
                        .filter(url -> HostPatterns.matches(rules.hosts(), url.host()))
                        .isPresent();
        if (!isOurs) {
            throw keys.wrong("frame", "its host is not among 'loading.hosts'; add it there");
        }
    }

    private static ScriptTemplate script(Keys keys, TemplateReader templates) {
        String element = keys.text("element");
        if (!element.matches("[a-z][a-z0-9-]{0,40}") || element.equals("script")) {
            throw keys.wrong("element", "write the element the script turns into its embed, like blockquote");
        }
        Map<String, String> attributes = keys.entries("attributes", (entries, name) -> {
            if (!name.matches("class|cite|lang|href|data-[a-z0-9-]{1,60}")) {
                throw entries.wrong(name, "only class, cite, lang, href and data-* are allowed");
            }
            return templates.known(entries, name, entries.text(name));
        });
        return new ScriptTemplate(templates.read(keys, "source"), element, new LinkedHashMap<>(attributes));
    }

    private static EmbedKind.Size size(Keys keys) {
        Optional<String> ratio = keys.textIfAny("ratio");
        if (ratio.isPresent() && !RATIO.matcher(ratio.get()).matches()) {
            throw keys.wrong("ratio", "write width:height, like 16:9");
        }
        return new EmbedKind.Size(keys.numberIfAny("width"), keys.numberIfAny("height"), ratio);
    }
}
