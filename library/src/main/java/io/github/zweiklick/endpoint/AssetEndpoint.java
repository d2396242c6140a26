package io.github.zweiklick.endpoint;

import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.view.Asset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Serves our scripts and styles under names that hold their hash. */
final class AssetEndpoint {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Cached pages ask for hashes of earlier versions: they get the present one, and caches soon ask again. */
    private static final String SHORTLY = "public, max-age=300";

    private AssetEndpoint() {}

    static Reply answer(Asset asset, String fileName, Request request) {
        String etag = "\"" + asset.hash() + "\"";
        List<HeaderLine> headers = List.of(
                new HeaderLine("Content-Type", asset.contentType()),
                new HeaderLine("Cache-Control", fileName.equals(asset.fileName()) ? FOR_EVER : SHORTLY),
                new HeaderLine("ETag", etag),
                new HeaderLine("X-Content-Type-Options", "nosniff"),
                // The guard asks for a module, in sandboxed documents without an origin of their own.
                new HeaderLine("Access-Control-Allow-Origin", "*"),
                // Workers follow the policy of their script's response.
                new HeaderLine("Content-Security-Policy", "default-src 'none'"));
        boolean known = request.header()
                .apply("If-None-Match")
                .map(tags -> Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*")))
                .orElse(false);
        return known
                ? new Reply(304, headers.subList(1, headers.size()), new byte[0])
                : new Reply(200, headers, asset.content().getBytes(StandardCharsets.US_ASCII));
    }
}
