package sockshell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of src/README.md that a program can check. */
class HouseTest {
    private static final Path SOURCES = Path.of("src");

    /* It reads what is a part of the program, and nothing else. */
    private static final String OWN_TEXTS = "sockshell.lang.manual.Shipped";

    private static final List<String> ROOMS =
            List.of(
                    "sys",
                    "libc",
                    "lang",
                    "session",
                    "render",
                    "transcript",
                    "lesson",
                    "repl",
                    "cli");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("sockshell");

    @ParameterizedTest
    @CsvSource({
        "sys, ''",
        "libc, sys",
        "lang, sys",
        "session, sys lang",
        "render, sys lang session",
        "transcript, sys lang session render",
        "lesson, sys lang session render transcript",
        "repl, sys lang session render transcript lesson",
    })
    void a_room_uses_only_the_rooms_below_it(String room, String below) {
        List<String> mayUse = new ArrayList<>(List.of(below.split(" ", -1)));
        mayUse.add(room);
        String[] others =
                ROOMS.stream()
                        .filter(other -> !mayUse.contains(other))
                        .map(other -> "sockshell." + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("sockshell." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "libc, java.lang.foreign..",
        "repl, org.jline..",
        "lesson, org.commonmark..",
    })
    void a_library_belongs_to_one_room(String room, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage("sockshell." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void every_room_is_one_of_the_table() {
        assertThat(CLASSES.stream().map(each -> each.getPackageName().split("\\.", -1)[1]))
                .isSubsetOf(ROOMS);
    }

    @Test
    void the_language_knows_no_clock_no_files_and_no_threads() {
        noClasses()
                .that()
                .resideInAPackage("sockshell.lang..")
                .and()
                .doNotHaveFullyQualifiedName(OWN_TEXTS)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(nio\\.file|net|util\\.concurrent)\\..*"
                                + "|java\\.time\\.(Clock|Instant|LocalDateTime)"
                                + "|java\\.io\\.(File|PrintStream|InputStream|OutputStream).*"
                                + "|java\\.lang\\.(Thread|Process|Runtime)")
                .check(CLASSES);
    }

    @Test
    void no_class_keeps_changing_static_state() {
        assertThat(
                        CLASSES.stream()
                                .flatMap(each -> each.getFields().stream())
                                .filter(field -> field.getModifiers().toString().contains("STATIC"))
                                .filter(field -> !field.getModifiers().toString().contains("FINAL"))
                                .map(Object::toString))
                .isEmpty();
    }

    @Test
    void files_methods_lines_and_parameter_lists_are_short() throws Exception {
        assertThat(Violations.in(sources(SOURCES), "sizes.xml", new Properties())).isEmpty();
    }

    @Test
    void half_of_the_methods_are_under_seven_lines() throws Exception {
        assertThat(methodsLongerThan(6) * 2).isLessThan(methodsLongerThan(0));
    }

    private static int methodsLongerThan(int lines) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("lines", Integer.toString(lines));
        return Violations.in(sources(SOURCES.resolve("main")), "methods.xml", properties).size();
    }

    @Test
    void no_package_is_crowded() throws IOException {
        Map<File, Long> folders =
                sources(SOURCES).stream()
                        .collect(Collectors.groupingBy(File::getParentFile, Collectors.counting()));
        assertThat(folders).allSatisfy((_, files) -> assertThat(files).isLessThanOrEqualTo(25));
    }

    private static List<File> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
        }
    }
}
