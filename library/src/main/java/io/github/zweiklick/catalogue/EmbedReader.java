package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one kind of embed. */
record EmbedReader(ServiceReader.HostSets sets, FrameRules rules) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern RATIO = Pattern.compile("[1-9][0-9]{0,3}:[1-9][0-9]{0,3}");

    EmbedKind read(JsonObject json) {
        json.allow(
                "id",
                "content",
                "treatment",
                "instead",
                "captures",
                "addresses",
                "forms",
                "frame",
                "script",
                "original",
                "size");
        String id = json.requiredString("id");
        if (!ID.matcher(id).matches()) {
            throw json.wrong("id", "use lower-case letters, digits and hyphens");
        }
        Map<String, Capture> captures = Ordered.copy(json.entries("captures", new CaptureReader(sets)::read));
        AddressReader addressReader = new AddressReader(sets, captures);
        List<AddressPattern> addresses = json.objects("addresses").stream()
                .flatMap(address -> addressReader.read(address).stream())
                .toList();
        boolean isChosen = addresses.stream().anyMatch(AddressPattern::isForChosenHost);
        if (isChosen != captures.values().stream().anyMatch(c -> c.type() == Capture.Type.HOST)) {
            throw json.wrong("captures", "an address with {host} and a capture \"host\" of type host go together");
        }
        List<Form> forms = json.objects("forms").stream()
                .map(new FormReader(captures)::read)
                .toList();
        EmbedKind.Content content = json.requiredChoice("content", EmbedKind.Content.class);
        EmbedKind.Treatment treatment =
                json.choice("treatment", EmbedKind.Treatment.class).orElse(EmbedKind.Treatment.PLACEHOLDER);
        boolean isShareLink = content == EmbedKind.Content.SHARE && treatment == EmbedKind.Treatment.LINK;
        if (addresses.isEmpty() && forms.isEmpty() && !isShareLink) {
            throw json.wrong("addresses", "write at least one address or form by which the embed is known");
        }
        TemplateReader templates = new TemplateReader(captures);
        Optional<AddressTemplate> frame =
                json.has("frame") ? Optional.of(templates.read(json, "frame")) : Optional.empty();
        frame.ifPresent(template -> isAtOurHost(json, template));
        return new EmbedKind(
                id,
                content,
                treatment,
                json.string("instead"),
                captures,
                addresses,
                forms,
                frame,
                json.object("script").map(script -> script(script, templates)),
                templates.readOriginal(json),
                json.object("size")
                        .map(EmbedReader::size)
                        .orElseGet(() -> new EmbedKind.Size(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    /** The airlock's policy names the hosts of 'loading': a frame elsewhere would never load. */
    private void isAtOurHost(JsonObject json, AddressTemplate frame) {
        boolean isChosen = frame.base().startsWith("https://{+host}/");
        boolean isOurs = isChosen
                ? rules.hosts().contains(HostPatterns.CHOSEN)
                : WebUrl.parse(frame.base().replaceAll("[{}]", "_"))
                        .filter(url -> HostPatterns.matches(rules.hosts(), url.host()))
                        .isPresent();
        if (!isOurs) {
            throw json.wrong("frame", "its host is not among \"loading.hosts\"; add it there");
        }
    }

    private static ScriptTemplate script(JsonObject json, TemplateReader templates) {
        json.allow("source", "element", "attributes");
        String element = json.requiredString("element");
        if (!element.matches("[a-z][a-z0-9-]{0,40}") || element.equals("script")) {
            throw json.wrong("element", "write the element the script turns into its embed, like blockquote");
        }
        Map<String, String> attributes = json.entries("attributes", (entries, name) -> {
            if (!name.matches("class|cite|lang|href|data-[a-z0-9-]{1,60}")) {
                throw entries.wrong(name, "only class, cite, lang, href and data-* are allowed");
            }
            return templates.known(entries, name, entries.requiredString(name));
        });
        return new ScriptTemplate(templates.read(json, "source"), element, new LinkedHashMap<>(attributes));
    }

    private static EmbedKind.Size size(JsonObject json) {
        json.allow("width", "height", "ratio");
        Optional<String> ratio = json.string("ratio");
        if (ratio.isPresent() && !RATIO.matcher(ratio.get()).matches()) {
            throw json.wrong("ratio", "write width:height, like 16:9");
        }
        return new EmbedKind.Size(
                json.integer("width", 0, ServiceReader.LARGEST_NUMBER),
                json.integer("height", 0, ServiceReader.LARGEST_NUMBER),
                ratio);
    }
}
