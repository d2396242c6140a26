package io.github.zweiklick.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.Mode;
import io.github.zweiklick.finding.Finding;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWatchTest {
    private static final String IN_WAR = "/WEB-INF/zweiklick.json";

    private final ServletContext context = mock(ServletContext.class);
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @TempDir
    Path folder;

    @BeforeEach
    void application() {
        when(context.getClassLoader()).thenReturn(new ClassLoader(null) {});
    }

    @Test
    void looksAtMostOnceInAWhile() throws Exception {
        inWar("{}");
        ConfigurationWatch watch = watch(Optional.of(Duration.ofSeconds(3)));
        assertThat(mode(watch)).isEqualTo(Mode.PROTECT);

        inWar("{\"mode\": \"observe\"}");
        pass(2_999_999_999L);
        assertThat(mode(watch)).isEqualTo(Mode.PROTECT);
        pass(1);
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        inWar("{}");
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        pass(3_000_000_000L);
        assertThat(mode(watch)).isEqualTo(Mode.PROTECT);
    }

    @Test
    void nothingIsMadeAnewWhereNothingChanged() throws Exception {
        inWar("{}");
        ConfigurationWatch watch = watch(Optional.of(Duration.ZERO));
        RunningSite first = watch.get();
        assertThat(watch.get()).isSameAs(first);
        verify(context, times(3)).getResourceAsStream(IN_WAR);
    }

    @Test
    void neverMeansNever() throws Exception {
        inWar("{}");
        ConfigurationWatch watch = watch(Optional.empty());
        inWar("{\"mode\": \"observe\"}");
        pass(Long.MAX_VALUE);
        assertThat(mode(watch)).isEqualTo(Mode.PROTECT);
    }

    @Test
    void aFaultIsToldOnceASecondLookFindsItToo() throws Exception {
        inWar("{}");
        ConfigurationWatch watch = watch(Optional.of(Duration.ZERO));

        inWar("{\"mode\": ");
        watch.get();
        assertThat(watch.get().zweiklick().findings()).hasSize(1);
        inWar("{\"mode\": \"obs");
        watch.get();
        assertThat(findings(watch)).isEqualTo(1);
        inWar("{}");
        assertThat(findings(watch)).isZero();
        inWar("");
        assertThat(findings(watch)).isZero();
        inWar("{\"mode\": \"observe\"}");
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        assertThat(findings(watch)).isZero();
    }

    @Test
    void refusalIsOneFindingHoweverOftenMet() throws Exception {
        inWar("{}");
        ConfigurationWatch watch = watch(Optional.of(Duration.ZERO));
        inWar("{\"mod\": 1}");
        for (int look = 0; look < 5; look++) {
            watch.get();
        }
        assertThat(watch.get().zweiklick().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CONFIGURATION);
            assertThat(finding.place()).isEqualTo(IN_WAR);
            assertThat(finding.message()).contains("stays in force", IN_WAR + ":1:", "did you mean \"mode\"?");
        });
        inWar("{\"mod\": 2}");
        watch.get();
        watch.get();
        assertThat(watch.get().zweiklick().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("value 2"));
    }

    @Test
    void aFileThatAppearsIsTaken() throws Exception {
        ConfigurationWatch watch = watch(Optional.of(Duration.ZERO));
        assertThat(mode(watch)).isEqualTo(Mode.PROTECT);
        inWar("{\"mode\": \"observe\"}");
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void theClassPathNeverChanges() throws Exception {
        ClassLoader loader = mock(ClassLoader.class);
        when(context.getClassLoader()).thenReturn(loader);
        when(loader.getResourceAsStream("zweiklick.json")).thenAnswer(call -> stream("{\"mode\": \"observe\"}"));
        ConfigurationWatch watch = watch(Optional.of(Duration.ZERO));
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        verify(loader, times(1)).getResourceAsStream("zweiklick.json");

        inWar("{}");
        assertThat(mode(watch)).isEqualTo(Mode.PROTECT);
    }

    @Test
    void theDirectoryOfAnExplodedWarIsReadItself() throws Exception {
        Path file = Files.writeString(folder.resolve("zweiklick.json"), "{}");
        when(context.getRealPath(IN_WAR)).thenReturn(file.toString());
        ConfigurationWatch watch = watch(Optional.of(Duration.ZERO));
        Files.writeString(file, "{\"mode\": \"observe\"}");
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        verify(context, never()).getResourceAsStream(anyString());
    }

    @Test
    void aNamedFileIsWatchedInTheFileSystem() throws Exception {
        Path file = Files.writeString(folder.resolve("stadt.json"), "{}");
        ConfigurationWatch watch = new ConfigurationWatch(
                ConfigurationFile.of(context, Optional.of(file.toString())), Optional.of(Duration.ZERO), "", now::get);
        Files.writeString(file, "{\"mode\": \"observe\"}");
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        Files.delete(file);
        watch.get();
        assertThat(mode(watch)).isEqualTo(Mode.OBSERVE);
        assertThat(findings(watch)).isEqualTo(1);
    }

    @Test
    void theFirstOneMustBeRight() {
        inWar("{\"mod\": 1}");
        assertThatThrownBy(() -> watch(Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean \"mode\"?");
    }

    private ConfigurationWatch watch(Optional<Duration> interval) throws Exception {
        return new ConfigurationWatch(ConfigurationFile.of(context, Optional.empty()), interval, "", now::get);
    }

    private static Mode mode(ConfigurationWatch watch) {
        return watch.get().zweiklick().mode("/", "localhost");
    }

    private static int findings(ConfigurationWatch watch) {
        return watch.get().zweiklick().findings().size();
    }

    /** A clock's origin may lie anywhere, and its values overflow. */
    private void pass(long nanos) {
        now.addAndGet(nanos);
    }

    private void inWar(String json) {
        when(context.getResourceAsStream(IN_WAR)).thenAnswer(call -> stream(json));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
