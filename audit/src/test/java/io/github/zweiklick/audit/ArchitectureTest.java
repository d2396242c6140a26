package io.github.zweiklick.audit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every arrow points down: what looks at pages knows nothing of who judges, and who judges nothing of who writes it down. */
final class ArchitectureTest {
    private static final String ROOT = "io.github.zweiklick.audit";

    /** From the top; a package may use those after it, never those before. The commands stand above them all. */
    private static final List<String> FLOORS = List.of(
            "serve",
            "junit",
            "scan",
            "unfinished",
            "pdf",
            "report",
            "format",
            "visit",
            "judge",
            "selftest",
            "pages",
            "result",
            "harness");

    /** Shorter names are words of other things too. */
    private static final int SHORT = 4;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test"))
            .importPackages(ROOT);

    @Test
    void arrowsPointDown() {
        for (int i = 0; i < FLOORS.size(); i++) {
            String[] above = Stream.concat(
                            Stream.of(ROOT), FLOORS.subList(0, i).stream().map(floor -> ROOT + "." + floor))
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(ROOT + "." + FLOORS.get(i)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(above))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageHasItsFloor() {
        Set<String> packages = CLASSES.stream()
                .map(one -> one.getPackageName())
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(FLOORS).containsAll(packages);
    }

    /** The catalogue knows services, the code does not. */
    @Test
    void noServiceIsNamedInJava() throws IOException {
        String names = Catalogue.bundled().services().stream()
                .map(Service::name)
                .filter(name -> name.length() > SHORT)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Pattern service = Pattern.compile("\\b(?:" + names + ")\\b");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> naming = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> service.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(naming).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }
}
