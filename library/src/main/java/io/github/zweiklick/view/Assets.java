package io.github.zweiklick.view;

import io.github.zweiklick.html.RawText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our own scripts and styles. */
public final class Assets {
    private static final Pattern FILE_NAME = Pattern.compile("([a-z]+)(?:-[0-9a-f]{1,64})?\\.(js|css|d\\.ts)");

    final Asset activeScript = Asset.read("active", "js");
    /** Asks for the other by a name that caches may keep. */
    final Asset pageScript = Asset.read("zweiklick", "js").naming(activeScript);

    final Asset pageStyle = Asset.read("zweiklick", "css");
    final Asset apiScript = Asset.read("api", "js").naming(pageScript);
    final Asset apiTypes = Asset.read("api", "d.ts");
    final Asset linkScript = Asset.read("links", "js");
    final Asset airlockScript = Asset.read("airlock", "js");
    final Asset settingsScript = Asset.read("settings", "js");
    final Asset shareScript = Asset.read("share", "js");
    final Asset shareStyle = Asset.read("share", "css");
    final Asset feedStyle = Asset.read("feed", "css", "feed", "postmedia");
    final Asset feedScript = Asset.read("feed", "js");
    final Asset documentStyle = Asset.read("document", "css");

    final Asset guard = Asset.read("guard", "js");
    final Asset boxesScript = Asset.read("boxes", "js");

    final GuardInside guardInside = new GuardInside();
    final RawText guardText = RawText.of("script", guard.content());
    final RawText pageStyleInside = RawText.of("style", pageStyle.content());

    private final List<Asset> all = List.of(
            pageScript,
            activeScript,
            apiScript,
            apiTypes,
            pageStyle,
            linkScript,
            airlockScript,
            settingsScript,
            shareScript,
            shareStyle,
            feedStyle,
            feedScript,
            documentStyle,
            guard,
            boxesScript);

    Assets() {}

    /**
     * The asset a file name stands for. Names with other hashes, as cached pages have them, are answered with the
     * present content.
     */
    public Optional<Asset> named(String fileName) {
        Matcher parts = FILE_NAME.matcher(fileName);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return all.stream()
                .filter(asset ->
                        asset.name().equals(parts.group(1)) && asset.extension().equals(parts.group(2)))
                .findFirst();
    }

    List<Asset> all() {
        return all;
    }
}
