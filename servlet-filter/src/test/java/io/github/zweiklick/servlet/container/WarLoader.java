package io.github.zweiklick.servlet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The application's class loader: its own classes first, as the servlet specification recommends (10.7.2). */
final class WarLoader extends URLClassLoader {
    private WarLoader(List<URL> urls) {
        super(urls.toArray(URL[]::new), WarLoader.class.getClassLoader());
    }

    static WarLoader of(Path war) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(war.resolve("WEB-INF/classes")));
        try (Stream<Path> jars = Files.list(war.resolve("WEB-INF/lib"))) {
            jars.map(WarLoader::url).forEach(urls::add);
        }
        return new WarLoader(urls);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (name.startsWith("io.github.zweiklick.") && findLoadedClass(name) == null) {
                String file = name.replace('.', '/') + ".class";
                if (findResource(file) != null) {
                    return findClass(name);
                }
            }
            return super.loadClass(name, resolve);
        }
    }
}
