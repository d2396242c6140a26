package io.github.zweiklick;

import io.github.zweiklick.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads which places are left alone, and which are in another mode than the rest. */
record PlacesReader(JsonObject file) {
    /** A bare word is more likely a path without its slash. */
    private static final Pattern HOST =
            Pattern.compile("(?i:localhost|(?=.*\\.)" + ConfigurationReader.HOST.pattern() + ")");

    private static final Pattern PATH_OR_HOST =
            Pattern.compile(ConfigurationReader.PATH.pattern() + "|" + HOST.pattern());

    List<String> exclude() {
        return lower(ConfigurationReader.matching(
                file,
                "exclude",
                PATH_OR_HOST,
                "write paths such as \"/intern\", without a slash at the end, and hosts such as"
                        + " \"redaktion.musterstadt.example\", without scheme and port"));
    }

    List<Rule> rules() {
        return file.objects("rules").stream().map(PlacesReader::rule).toList();
    }

    private static Rule rule(JsonObject entry) {
        entry.allow("paths", "hosts", "mode");
        Rule rule = new Rule(
                ConfigurationReader.matching(
                        entry,
                        "paths",
                        ConfigurationReader.PATH,
                        "write paths such as \"/aktuelles\", without a slash at the end"),
                lower(ConfigurationReader.matching(
                        entry,
                        "hosts",
                        HOST,
                        "write hosts such as \"alt.musterstadt.example\" or \"*.musterstadt.example\", without scheme and"
                                + " port")),
                entry.requiredChoice("mode", Mode.class));
        if (rule.paths().isEmpty() && rule.hosts().isEmpty()) {
            throw entry.wrong(
                    "paths", "name \"paths\" or \"hosts\"; for the whole site set \"mode\" outside of \"rules\"");
        }
        return rule;
    }

    /** Paths tell the case of letters apart, hosts do not. */
    private static List<String> lower(List<String> entries) {
        return entries.stream()
                .map(entry -> entry.startsWith("/") ? entry : entry.toLowerCase(Locale.ROOT))
                .toList();
    }
}
