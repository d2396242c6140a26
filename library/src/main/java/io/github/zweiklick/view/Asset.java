package io.github.zweiklick.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script or style of our own, named by a hash of its content so that caches may keep it for ever.
 *
 * @param name without hash and extension
 * @param extension {@code js}, {@code css}, or {@code d.ts} of types for scripts
 * @param content ASCII; of scripts and styles without comments and indentation
 * @param hash of the content
 */
public record Asset(String name, String extension, String content, String hash) {

    static Asset read(String name, String extension) {
        return read(name, extension, name);
    }

    /** @param files whose contents, one after the other, it is */
    static Asset read(String name, String extension, String... files) {
        return of(
                name,
                extension,
                Stream.of(files)
                        .map(file -> compact(extension, source(file + "." + extension)))
                        .collect(Collectors.joining()));
    }

    private static String source(String file) {
        try (InputStream in = Asset.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String compact(String extension, String source) {
        return switch (extension) {
            case "css" -> Compaction.css(source);
            case "js" -> Compaction.script(source);
            default -> source;
        };
    }

    private static Asset of(String name, String extension, String content) {
        return new Asset(name, extension, content, Digest.of(content.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same, with the name of another that it asks for, which stands there without its hash. */
    Asset naming(Asset other) {
        return of(name, extension, content.replace(other.name() + "." + other.extension(), other.fileName()));
    }

    /** File name with the hash. */
    public String fileName() {
        return name + "-" + hash + "." + extension;
    }

    public String contentType() {
        return switch (extension) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            default -> "text/plain; charset=utf-8";
        };
    }

    String address(String base) {
        return base + "/assets/" + fileName();
    }
}
