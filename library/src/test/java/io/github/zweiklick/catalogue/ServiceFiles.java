package io.github.zweiklick.catalogue;

import java.util.List;

/** The bundled files, for tests over every one of them. */
final class ServiceFiles {
    private ServiceFiles() {}

    static List<String> ids() {
        return BundledServices.text("index")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    static String text(String id) {
        return BundledServices.text(id + ".json");
    }
}
