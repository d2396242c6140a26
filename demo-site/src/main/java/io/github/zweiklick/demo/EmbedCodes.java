package io.github.zweiklick.demo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the pasted codes to the simulated networks.
 *
 * <p>Only addresses that make a browser load are replaced: {@code src} in markup and in loader scripts, and
 * {@code href} of {@code link}. Links to the networks, and the addresses that embed codes carry as data, stay real.
 *
 * @param origins of each world, real host to origin; empty to leave everything real
 */
record EmbedCodes(Map<World, Map<String, String>> origins) {
    private static final String HOST = "(?:https?:)?//([a-z0-9.-]+)(?=[/\"'])";
    private static final Pattern LOADING =
            Pattern.compile("(\\bsrc\\s*=\\s*[\"']|<link\\b[^>]*\\bhref=\")" + HOST, Pattern.CASE_INSENSITIVE);

    String in(World world, String page) {
        Map<String, String> hosts = origins.getOrDefault(world, Map.of());
        return LOADING.matcher(page).replaceAll(match -> {
            String origin = hosts.get(match.group(2));
            return Matcher.quoteReplacement(origin == null ? match.group() : match.group(1) + origin);
        });
    }
}
