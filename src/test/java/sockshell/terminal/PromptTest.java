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
}
