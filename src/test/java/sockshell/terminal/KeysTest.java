package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static sockshell.terminal.Person.ESCAPE;
import static sockshell.terminal.Person.LEFT;
import static sockshell.terminal.Person.TAB;
import static sockshell.terminal.Person.UP;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys do while a line is typed. */
class KeysTest {
    private static final String CTRL_A = "\u0001";
    private static final String CTRL_R = "\u0012";
    private static final String CTRL_UNDERSCORE = "\u001f";
    private static final String CTRL_K = "\u000b";

    @TempDir Path home;

    private Person person() throws IOException {
        return Person.atSockShell(80, 24, home).sees("main>");
    }

    @Test
    void arrows_go_back_in_the_line_and_in_the_history() throws Exception {
        try (Person person = person()) {
            person.enter("htons(1)").sees("$1 ==> 256");
            person.type(UP).sees("main> htons(1)\n");
            person.type(LEFT).type("2").sees("htons(12)").type(Person.ENTER);
            person.sees("$2 ==> 3072");
        }
    }

    @Test
    void ctrl_r_finds_an_earlier_line() throws Exception {
        try (Person person = person()) {
            person.enter("htons(7)").sees("$1 ==> 1792").enter("htonl(1)").sees("$2 ==> ");
            person.type(CTRL_R + "ns(7").sees("bck-i-search").type(Person.ENTER);
            person.sees("$3 ==> 1792");
        }
    }

    @Test
    void what_was_deleted_comes_back() throws Exception {
        try (Person person = person()) {
            person.type("htons(1)").sees("main> htons(1)").type(CTRL_A + CTRL_K);
            person.sees("main>\n").type(CTRL_UNDERSCORE).sees("main> htons(1)");
            person.type(Person.ENTER).sees("==> 256");
        }
    }

    @Test
    void the_keys_of_vi_work_once_they_are_chosen() throws Exception {
        try (Person person = person()) {
            person.enter("/set keys vi").sees("main> /set keys vi\n");
            person.type("htonl(1)" + ESCAPE).sees("main> htonl(1)");
            person.type("0").type("4l").type("rs").sees("main> htons(1)").type(Person.ENTER);
            person.sees("==> 256");
        }
    }

    @Test
    void the_keys_of_emacs_are_the_usual_ones() throws Exception {
        try (Person person = person()) {
            person.type("(1)" + CTRL_A + "htons").sees("main> htons(1)").type(Person.ENTER);
            person.sees("==> 256");
        }
    }

    @Test
    void tab_shows_what_fits_and_then_the_signature() throws Exception {
        try (Person person = person()) {
            person.type("socket(AF_INET, SOCK_D" + TAB).sees("socket(AF_INET, SOCK_DGRAM");
            person.type(")" + Person.ENTER).sees("$1 ==> 3");
            person.type("listen(" + TAB).sees("listen(3").type(", " + TAB + TAB).sees("backlog");
        }
    }

    @Test
    void a_block_goes_on_over_lines() throws Exception {
        try (Person person = person()) {
            person.enter("repeat 2 {").sees("main|").enter("  print(htons(1))").enter("}");
            person.sees("256\n");
            assertThat(String.join("\n", person.screen())).contains("256");
        }
    }
}
