package io.github.zweiklick.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The services that come with the library, read once; {@code index} names their files, for a jar lists none. */
final class BundledServices {
    private BundledServices() {}

    /** Initialised at first use, so that reading a resource does not read them all. */
    private static final class Holder {
        static final List<Service> ALL = read();
    }

    static List<Service> all() {
        return Holder.ALL;
    }

    private static List<Service> read() {
        ServiceReader reader = new ServiceReader();
        return text("index")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(id -> reader.read(text(id + ".json"), id + ".json"))
                .toList();
    }

    static String text(String resource) {
        try (InputStream in = BundledServices.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new CatalogueException("the library is incomplete: its resource '" + resource
                        + "' of io.github.zweiklick.catalogue is missing; was the jar repackaged?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource '" + resource + "' cannot be read", e);
        }
    }
}
