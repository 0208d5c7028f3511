package sockshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static sockshell.terminal.Person.CTRL_C;
import static sockshell.terminal.Person.CTRL_D;
import static sockshell.terminal.Person.TAB;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt in a real terminal. */
class PromptTest {
    @TempDir Path home;

    private Person person() throws IOException {
        return Person.atSockShell(80, 30, home).sees("main>");
    }

    @Test
    void a_call_is_answered_and_ctrl_d_leaves() throws Exception {
        try (Person person = person()) {
            person.enter("s = socket(AF_INET, SOCK_STREAM)").sees("==> 3").type(CTRL_D);
            assertThat(person.exitCode()).isZero();
        }
    }

    @Test
    void ctrl_c_interrupts_the_blocked_call_and_the_shell_lives() throws Exception {
        try (Person person = person()) {
            person.enter("l = socket(AF_INET, SOCK_STREAM)").sees("==> 3");
            person.enter("listen(l)").sees("==> 0");
            person.enter("accept(l)").sees("blocked in accept");
            person.type(CTRL_C).sees("-1 EINTR");
            person.enter("htons(1)").sees("==> 256");
        }
    }

    @Test
    void ctrl_c_clears_a_half_typed_line_after_tab_too() throws Exception {
        try (Person person = person()) {
            person.enter("s = socket(AF_INET, SOCK_STREAM)").sees("==> 3");
            person.type("recv(" + TAB).sees("recv(s").type(CTRL_C);
            person.enter("htons(1)").sees("==> 256");
        }
    }

    @Test
    void ctrl_c_ends_a_loop_that_sleeps_in_a_call() throws Exception {
        try (Person person = person()) {
            person.enter("s, t = socketpair(AF_UNIX, SOCK_STREAM)").sees("==> 3 4");
            person.enter("loop { recv(t, 5) }").sees("is blocked in recv").type(CTRL_C);
            person.sees("stopped here").enter("htons(1)").sees("==> 256");
        }
    }

    @Test
    void a_command_behind_a_name_is_about_that_process() throws Exception {
        try (Person person = person()) {
            person.enter("cli> x = 5").sees("x ==> 5").enter("cli> /vars").sees("|    x = 5");
            person.enter("/vars").sees("main has no variables yet");
        }
    }

    @Test
    void a_name_that_only_another_process_has_is_found_there() throws Exception {
        try (Person person = person()) {
            person.enter("srv> l = socket(AF_INET, SOCK_STREAM)").sees("l ==> 3");
            person.enter("srv> listen(l, 2)").sees("Listening");
            person.enter("/queue l").sees("3 more fit");
            person.enter("listen(l, 5)").sees("srv has one; write srv> in front");
        }
    }

    @Test
    void what_comes_back_later_says_whose_it_is() throws Exception {
        try (Person person = person()) {
            person.enter("srv> s, t = socketpair(AF_UNIX, SOCK_STREAM)").sees("==> 3 4");
            person.enter("srv> recv(s, 5)").sees("is blocked in recv").type(CTRL_C);
            person.sees("srv: $2 ==> -1 EINTR");
        }
    }
}
