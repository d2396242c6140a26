package io.github.zweiklick;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house of the design: every arrow points down. */
class ArchitectureTest {
    private static final String ROOT = "io.github.zweiklick";
    /** From the top; a package may use those after it, never those before. */
    private static final List<String> FLOORS = List.of(
            "endpoint",
            "view",
            "page",
            "share",
            "feed",
            "media",
            "upstream",
            "policy",
            "catalogue",
            "json",
            "file",
            "html",
            "url",
            "finding",
            "text");
    /** They know nothing of the others, and little of each other. */
    private static final String[] LEAVES = Stream.of("json", "file", "html", "url", "finding", "text")
            .map(leaf -> ROOT + "." + leaf)
            .toArray(String[]::new);

    /** One class for each network whose interface needs code. */
    private static final Pattern PARSER = Pattern.compile(
            "(Facebook|Reddit)Counts|(Facebook|X|Mastodon|Bluesky|Instagram|Youtube|Vimeo|Syndication)(Feed|Posts)");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void leavesKnowNothing() {
        ArchRule rule = noClasses()
                .that(resideInAnyPackage(LEAVES))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(resideInAnyPackage(LEAVES).negate()));
        rule.check(CLASSES);
    }

    @Test
    void nobodyImportsTheFacade() {
        ArchRule rule =
                noClasses().that(resideInAPackage(ROOT + ".(*)")).should().dependOnClassesThat(resideInAPackage(ROOT));
        rule.check(CLASSES);
    }

    @Test
    void noCircles() {
        ArchRule rule = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();
        rule.check(CLASSES);
    }

    @Test
    void noServletApi() {
        ArchRule rule = noClasses()
                .that(resideOutsideOfPackages(ROOT + ".upstream", ROOT + ".media"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "javax..", "org.slf4j.."));
        rule.check(CLASSES);
        ArchRule ofMedia = noClasses()
                .that(resideInAPackage(ROOT + ".media"))
                .should()
                .dependOnClassesThat(resideInAPackage("javax..").and(resideOutsideOfPackage("javax.imageio..")));
        ofMedia.check(CLASSES);
        ArchRule ofUpstream = noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "javax.servlet..", "org.slf4j.."));
        ofUpstream.check(CLASSES);
    }

    /** There is one way out of the house, and pages know nothing of it. */
    @Test
    void onlyUpstreamHasANetwork() {
        ArchRule rule = noClasses()
                .that(resideOutsideOfPackage(ROOT + ".upstream"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net..", "org.apache.hc.."));
        rule.check(CLASSES);
        noClasses()
                .that(resideInAPackage(ROOT + ".page"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".upstream"))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsOnAFloor() {
        ArchRule rule = classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(ROOT), FLOORS.stream().map(floor -> ROOT + "." + floor))
                                .toArray(String[]::new));
        rule.check(CLASSES);
    }

    @Test
    void arrowsPointDown() {
        for (int i = 1; i < FLOORS.size(); i++) {
            String[] above = FLOORS.subList(0, i).stream()
                    .map(floor -> ROOT + "." + floor)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(ROOT + "." + FLOORS.get(i)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(above))
                    .allowEmptyShould(false)
                    .check(CLASSES);
        }
    }

    /** A service's name stands in the catalogue, not in Java; those apart that read what one network's interface answers. */
    @Test
    void noServiceIsNamedInJava() throws IOException {
        Pattern names =
                Pattern.compile("(?i)facebook|twitter|instagram|youtu\\.?be|vimeo|mastodon|bluesky|bsky|openstreetmap");
        for (Path sources : List.of(Path.of("src/main/java"), Path.of("../servlet-filter/src/main/java"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                assertThat(files.filter(f -> f.toString().endsWith(".java"))
                                .filter(f -> !PARSER.matcher(f.getFileName().toString())
                                        .lookingAt()))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readAllLines(file).stream()
                                        .filter(line -> !line.strip().startsWith("*")
                                                && !line.strip().startsWith("/"))
                                        .filter(line -> names.matcher(
                                                        PARSER.matcher(line).replaceAll(""))
                                                .find()))
                                .as("service names in %s", file)
                                .isEmpty());
            }
        }
    }
}
