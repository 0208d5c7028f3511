package sockshell;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sockshell.Checkout.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.Checkout.Outcome;

/** The script at the top level, with stand-ins for the JDK and for Maven: what it runs, and how. */
class LauncherTest {
    private static final String NOBODY = "65534";

    private final Path temp;
    private final Checkout checkout;

    LauncherTest(@TempDir Path temp) throws IOException {
        this.temp = temp;
        checkout = Checkout.in(temp);
        Files.writeString(checkout.jar(), "a jar");
    }

    private static void assertStarted(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("sockshell.jar>\n");
        assertThat(outcome.exit()).isZero();
    }

    private static void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome.err()).contains(words).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(2);
    }

    /** A source of the time given, and a Maven that runs the commands given in its stead. */
    private void sourceAndMaven(FileTime time, String commands) throws IOException {
        Path pom = Files.writeString(checkout.folder().resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(pom, time);
        checkout.script(checkout.bin().resolve("mvn"), commands);
    }

    private FileTime afterTheJar() throws IOException {
        return FileTime.fromMillis(Files.getLastModifiedTime(checkout.jar()).toMillis() + 5000);
    }

    private String buildsTheJar() {
        return "echo built >>'%s'; echo jar >'%s'".formatted(temp.resolve("log"), checkout.jar());
    }

    @Test
    void arguments_are_passed_on_exactly() throws Exception {
        Outcome outcome = checkout.start("a  b", "", "*", "$HOME", "two\nlines", "\\n", "--");
        assertStarted(outcome);
        assertThat(outcome.out())
                .endsWith(".jar>\n<a  b>\n<>\n<*>\n<$HOME>\n<two\nlines>\n<\\n>\n<-->\n");
    }

    @Test
    void it_starts_through_a_chain_of_symbolic_links() throws Exception {
        Path elsewhere = Files.createDirectory(temp.resolve("else where"));
        Files.createSymbolicLink(temp.resolve("absolute"), checkout.launcher());
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../absolute"));
        assertStarted(outcome(checkout.command(List.of(link.toString()))));
    }

    @Test
    void it_starts_from_another_folder_by_a_relative_path_whatever_CDPATH_is() throws Exception {
        ProcessBuilder builder = checkout.command(List.of("../a folder/sockshell"));
        builder.directory(Files.createDirectory(temp.resolve("else where")).toFile());
        builder.environment().put("CDPATH", "/:/tmp");
        assertStarted(outcome(builder));
    }

    @Test
    void it_starts_with_the_options_of_a_stricter_shell() throws Exception {
        ProcessBuilder builder = checkout.command(List.of(checkout.launcher().toString()));
        builder.environment().put("SHELLOPTS", "errexit:noglob:nounset");
        assertStarted(outcome(builder));
    }

    @Test
    void a_closed_standard_input_is_at_its_end() throws Exception {
        checkout.script(checkout.bin().resolve("java"), "cat && printf '<%s>\\n' \"$@\"");
        String closed = "exec ./sockshell <&-";
        assertStarted(outcome(checkout.command(List.of("sh", "-c", closed))));
    }

    @Test
    void more_options_reach_the_JVM_as_words() throws Exception {
        ProcessBuilder builder = checkout.command(List.of("./sockshell"));
        builder.environment().put("SOCKSHELL_JAVA_OPTS", "-Da=* -Db=2");
        assertThat(outcome(builder).out()).contains("<-Da=*>\n<-Db=2>\n<-jar>");
    }

    @Test
    void a_JDK_that_is_none_is_named() throws Exception {
        ProcessBuilder builder = checkout.command(List.of("./sockshell"));
        builder.environment().put("SOCKSHELL_JAVA", "/nonsense");
        assertRefused(outcome(builder), "/nonsense", "SOCKSHELL_JAVA", "25");
    }

    @Test
    void a_JDK_that_is_too_old_is_named() throws Exception {
        Files.writeString(checkout.jdk().resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        assertRefused(checkout.start(), checkout.jdk().toString(), "25");
    }

    @Test
    void java_may_be_named_as_well_as_its_folder() throws Exception {
        ProcessBuilder builder = checkout.command(List.of("./sockshell"));
        builder.environment().put("SOCKSHELL_JAVA", checkout.bin().resolve("java").toString());
        assertStarted(outcome(builder));
    }

    @Test
    void java_on_the_PATH_is_taken_where_JAVA_HOME_is_too_old() throws Exception {
        Path old = temp.resolve("old");
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        checkout.script(java, "echo old");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"24\"\n");
        ProcessBuilder builder = checkout.command(List.of("./sockshell"));
        builder.environment().remove("SOCKSHELL_JAVA");
        builder.environment().put("JAVA_HOME", old.toString());
        assertStarted(outcome(builder));
    }

    @Test
    void java_is_asked_where_a_JDK_has_no_release_file() throws Exception {
        Files.delete(checkout.jdk().resolve("release"));
        checkout.script(checkout.bin().resolve("java"), "echo 'openjdk version \"24.0.1\"' >&2");
        assertRefused(checkout.start(), "25");
    }

    @Test
    void a_source_newer_than_the_jar_is_built_once() throws Exception {
        Files.setLastModifiedTime(checkout.jar(), FileTime.fromMillis(0));
        sourceAndMaven(afterTheJar(), buildsTheJar());
        assertThat(checkout.start().err()).contains("Building").hasLineCount(1);
        assertStarted(checkout.start());
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        sourceAndMaven(FileTime.fromMillis(0), buildsTheJar());
        Files.delete(checkout.jar());
        String both = "./sockshell & ./sockshell; wait";
        Outcome outcome = outcome(checkout.command(List.of("sh", "-c", both)));
        assertThat(outcome.err().lines().filter(line -> line.contains("Building"))).hasSize(1);
        assertThat(outcome.out().split("sockshell.jar>", -1)).hasSize(3);
        assertThat(temp.resolve("log")).hasContent("built");
    }

    @Test
    void the_lock_of_a_start_that_was_killed_is_taken_over() throws Exception {
        sourceAndMaven(FileTime.fromMillis(0), buildsTheJar());
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path holder = Path.of(Long.toString(dead.pid()));
        Files.createSymbolicLink(checkout.target().resolve(".building"), holder);
        assertThat(checkout.start().out()).contains("sockshell.jar>");
        assertThat(temp.resolve("log")).hasContent("built");
    }

    @Test
    void a_build_that_fails_shows_the_errors_only() throws Exception {
        sourceAndMaven(afterTheJar(), "echo '[ERROR] a slip'; echo '[ERROR] '; echo help; exit 1");
        Outcome outcome = checkout.start();
        assertThat(outcome.err()).contains("[ERROR] a slip").doesNotContain("help");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void nothing_to_build_from_is_said_in_one_line() throws Exception {
        Files.delete(checkout.jar());
        assertRefused(checkout.start(), checkout.folder().toString());
    }

    @Test
    void a_read_only_checkout_is_started_as_it_is_by_another_user() throws Exception {
        sourceAndMaven(afterTheJar(), "echo must not be called >&2; exit 1");
        Path home = Files.createDirectory(temp.resolve("home"));
        assertStarted(outcome(asOrdinaryUser(home)));
        assertThat(Checkout.cachesIn(home)).hasSize(1);
        assertThat(checkout.caches()).isEmpty();
    }

    @Test
    void a_read_only_checkout_without_a_jar_is_built_in_the_cache_folder() throws Exception {
        sourceAndMaven(afterTheJar(), "cd \"${4%/*}\" && echo jar >target/sockshell.jar");
        Files.delete(checkout.jar());
        Path home = Files.createDirectory(temp.resolve("home"));
        Outcome outcome = outcome(asOrdinaryUser(home));
        assertThat(outcome.out()).contains("<" + home + "/.cache/sockshell/");
        assertThat(outcome.err()).contains("Building").hasLineCount(1);
    }

    /** Root may write anywhere, so it steps down; anybody else cannot write where nobody may. */
    private ProcessBuilder asOrdinaryUser(Path home) throws IOException {
        Files.setPosixFilePermissions(home, fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(temp, fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(checkout.target(), fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(checkout.folder(), fromString("r-xr-xr-x"));
        List<String> command = List.of(checkout.launcher().toString());
        if ("root".equals(System.getProperty("user.name"))) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is missing");
            String user = "--reuid=" + NOBODY;
            command = List.of("setpriv", user, "--clear-groups", command.getFirst());
        }
        ProcessBuilder builder = checkout.command(command);
        builder.environment().put("HOME", home.toString());
        return builder;
    }
}
