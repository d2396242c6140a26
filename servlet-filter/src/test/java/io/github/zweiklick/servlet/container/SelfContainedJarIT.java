package io.github.zweiklick.servlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class SelfContainedJarIT {
    private static List<String> names(JarFile jar) {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    @Test
    void holdsNothingTheApplicationMightHaveToo() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("zweiklick.jar"))) {
            assertThat(names(jar))
                    .filteredOn(name -> name.endsWith(".class"))
                    .allSatisfy(name -> assertThat(name).startsWith("io/github/zweiklick/"));
            assertThat(names(jar)).noneMatch(name -> name.endsWith("module-info.class"));
            assertThat(names(jar))
                    .filteredOn(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                    .allSatisfy(
                            name -> assertThat(name).matches("META-INF/services/(jakarta\\.servlet|io\\.github)\\..*"));
        }
    }

    @Test
    void registersItselfFirstAndKeepsTheLicences() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("zweiklick.jar"))) {
            assertThat(text(jar, "META-INF/services/jakarta.servlet.ServletContainerInitializer"))
                    .isEqualToIgnoringWhitespace("io.github.zweiklick.servlet.ZweiklickInitializer");
            assertThat(text(jar, "META-INF/web-fragment.xml")).contains("<before>", "<others/>");
            assertThat(text(jar, "META-INF/LICENSE")).contains("EUROPEAN UNION PUBLIC LICENCE", "Apache License");
            assertThat(text(jar, "META-INF/LICENSE.twelvemonkeys")).contains("Harald Kuhr");
            assertThat(text(jar, "META-INF/LICENSE.brotli")).contains("the Brotli Authors");
            assertThat(text(jar, "META-INF/NOTICE.resilience4j")).contains("Robert Winkler");
            assertThat(text(jar, "META-INF/LICENSE.txt")).contains("QOS.ch");
            assertThat(text(jar, "META-INF/LICENSE.qrcodegen")).contains("Project Nayuki");
        }
    }

    /** What the libraries log goes to System.Logger: nobody has SLF4J at this name to bind it. */
    @Test
    void bindsTheLibrariesLogging() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("zweiklick.jar"))) {
            assertThat(text(jar, "META-INF/services/io.github.zweiklick.shaded.slf4j.spi.SLF4JServiceProvider"))
                    .isEqualToIgnoringWhitespace("io.github.zweiklick.servlet.logging.SystemLoggerProvider");
            assertThat(names(jar)).contains("io/github/zweiklick/servlet/logging/SystemLoggerProvider.class");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), UTF_8);
    }
}
