package sockshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a lesson says to somebody who is on another way: true, in his names, and no more. */
class AdviceTest {
    private final Classroom room = new Classroom();

    /** Somebody who has skipped so many steps of a lesson. */
    private Learner learner(String lesson, int skipped) {
        Path file = Path.of("lessons", lesson + ".md");
        Learner learner = new Learner(room, room.lesson(Classroom.text(file)));
        for (int i = 0; i < skipped; i++) {
            learner.skips();
        }
        learner.reads();
        return learner;
    }

    @Test
    void a_bare_number_below_a_question_is_its_answer() {
        try (Learner learner = learner("01-first-socket", 1)) {
            learner.types("main> 9", "main> 1");
            assertThat(learner.reads()).isEqualTo("|  You say 1. Now try it, and see.");
            learner.types("main> 3", "main> x = 2", "main> t = socket(AF_INET, SOCK_DGRAM)");
            assertThat(learner.reads()).contains("You say 3.", "You said 3; the kernel says 2");
        }
    }

    @Test
    void the_end_of_what_was_sent_is_what_counts_and_what_is_shown() {
        try (Learner learner = learner("13-demultiplexing", 1)) {
            learner.types("cli> a = socket(AF_INET, SOCK_DGRAM)");
            learner.types("cli> b = socket(AF_INET, SOCK_DGRAM)");
            String to = ", ('127.0.0.1', " + learner.port("srv", "s") + "))";
            learner.types("cli> sendto(a, 'from d'" + to, "cli> sendto(a, 'from e'" + to);
            learner.types("cli> sendto(b, 'from e'" + to, "cli> sendto(b, 'from b'" + to);
            assertThat(learner.reads())
                    .contains(
                            "The last that cli.", " has sent is \"from ", "; it should be \"from ");
        }
    }

    @Test
    void what_was_left_in_a_buffer_is_said_to_be_too_much() {
        try (Learner learner = learner("13-demultiplexing", 5)) {
            String to = ", " + learner.port("srv", "s") + "))";
            learner.types("cli> sendto(d, 'too long', ('127.0.0.1'" + to);
            learner.types("cli> sendto(d, 'far', ('127.0.0.2'" + to);
            assertThat(learner.reads()).contains("The next datagram in srv.s has 8 bytes;");
        }
    }

    @Test
    void who_has_a_part_is_not_taken_for_another() {
        try (Learner learner = learner("13-demultiplexing", 7)) {
            String port = learner.port("srv", "s");
            learner.types("srv> twin = socket(AF_INET, SOCK_DGRAM)");
            learner.reads();
            learner.types("srv> bind(twin, '127.0.0.1', " + port + ")");
            assertThat(learner.reads()).contains("SO_REUSEADDR of srv.twin is 0; it should be 1.");
        }
    }

    @Test
    void of_two_facts_that_are_compared_both_are_shown_while_the_question_is_open() {
        try (Learner learner = learner("13-demultiplexing", 7)) {
            learner.types("srv> twin = socket(AF_INET, SOCK_DGRAM)");
            learner.types("srv> setsockopt(twin, SOL_SOCKET, SO_REUSEADDR, 1)");
            learner.types("srv> bind(twin, '127.0.0.1', 0)");
            learner.types("srv> recvfrom(twin, 100, MSG_DONTWAIT)");
            assertThat(learner.reads().replace("\n|  ", " "))
                    .contains("The address of srv.twin is 127.0.0.1:")
                    .contains(", and the address of srv.s is 127.0.0.1:", " so far.");
        }
    }

    @Test
    void a_variable_is_shown_as_it_is_while_the_question_is_open() {
        try (Learner learner = learner("07-partial-reads", 10)) {
            learner.types("cli> send(d, 'rld')");
            assertThat(learner.reads()).contains("srv.line is \"hello\" so far.");
        }
    }

    @Test
    void C_s_length_of_the_data_is_no_difference() {
        try (Learner learner = learner("07-partial-reads", 5)) {
            learner.types("cli> send(d, 'GET ', 4, 0)", "cli> send(d, '/index', 6, 0)");
            learner.types("cli> write(d, '.html\\n')");
            learner.types("cli> send(d, '.html\\n', 6, 0)", "srv> recv(c, 6 + 16)");
            assertThat(learner.reads()).doesNotContain("Done");
            learner.types("cli> send(d, 'GET THIS', 4, 0)", "cli> send(d, '/index', 6, 0)");
            learner.types("cli> send(d, '.html\\n', 6, 0)", "srv> recv(c, 100)");
            assertThat(learner.reads()).contains("Done: Three sends, one recv");
        }
    }

    @Test
    void a_hint_has_the_learners_names_but_for_what_is_yet_to_be_made() {
        try (Learner learner = learner("13-demultiplexing", 0)) {
            learner.types("srv> all = socket(AF_INET, SOCK_DGRAM)");
            learner.types("srv> bind(all, '127.0.0.1', 0)", "srv> getsockname(all)");
            learner.skips();
            learner.reads();
            learner.hint();
            assertThat(learner.reads()).contains("srv> recvfrom(all, 100)");
            learner.skips();
            learner.reads();
            learner.hint();
            assertThat(learner.reads()).contains("srv> bind(w, \"0.0.0.0\", PORT)");
        }
    }

    @Test
    void who_has_the_name_of_a_part_takes_none_over_without_being_used() {
        try (Learner learner = learner("11-closing", 0)) {
            learner.types("srv> l = socket(AF_INET, SOCK_STREAM)", "srv> bind(l, '127.0.0.1', 0)");
            learner.types("srv> listen(l)", "srv> getsockname(l)");
            learner.types("srv> m = socket(AF_INET, SOCK_STREAM)");
            learner.types("srv> setsockopt(m, SOL_SOCKET, SO_REUSEADDR, 1)");
            assertThat(learner.reads()).contains("Done: An option first");
            learner.types("srv> bind(m, '127.0.0.1', 0)", "srv> listen(m)");
            assertThat(learner.reads()).doesNotContain("Done");
            learner.types("srv> getsockname(m)");
            assertThat(learner.reads()).contains("Done: A server, once more");
        }
    }

    @Test
    void what_was_closed_too_early_is_said_to_be_closed() {
        try (Learner learner = learner("11-closing", 10)) {
            learner.types("cli> close(e)", "cli> recv(e, 10)");
            assertThat(learner.reads()).contains("cli.e is closed.");
            learner.skips();
            assertThat(learner.reads()).contains("That did not do it", "12/20");
        }
    }

    @Test
    void who_makes_a_socket_anew_is_told_of_the_new_one() {
        try (Learner learner = learner("11-closing", 15)) {
            String port = learner.port("srv", "l");
            learner.types("srv> close(n)", "cli> recv(g, 10)");
            learner.types("cli> g = socket(AF_INET, SOCK_STREAM)");
            learner.types("cli> connect(g, '127.0.0.1', " + port + ")", "srv> n = accept(l)");
            learner.reads();
            learner.hint();
            assertThat(learner.reads())
                    .contains("setsockopt(n, SOL_SOCKET", "close(n)", "recv(g, 100)");
            learner.types("srv> setsockopt(n, SOL_SOCKET, SO_LINGER, (1, 0))");
            assertThat(learner.reads())
                    .contains("srv.n is still open.")
                    .doesNotContain("descriptor");
            learner.skips();
            assertThat(learner.reads()).contains("Done: Slam the door");
        }
    }

    @Test
    void one_variable_for_many_clients_is_none_of_them_but_the_last() {
        try (Learner learner = learner("09-backlog", 2)) {
            String port = ", '127.0.0.1', " + learner.port("srv", "l") + ")";
            learner.types("cli> s = socket(AF_INET, SOCK_STREAM)", "cli> connect(s" + port);
            learner.types("cli> s = socket(AF_INET, SOCK_STREAM)", "cli> connect(s" + port);
            learner.types("cli> s = socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK)");
            learner.types("cli> connect(s" + port, "cli> connect(s" + port, "srv> c = accept(l)");
            learner.types("srv> listen(l, 5)", "cli> s = socket(AF_INET, SOCK_STREAM)");
            learner.types("cli> connect(s" + port);
            learner.skips();
            learner.skips();
            learner.skips();
            assertThat(learner.skipped()).contains("cli> recv(4, 100)");
            assertThat(learner.reads()).contains("Done: Close the door");
        }
    }

    @Test
    void what_skip_closes_is_what_the_lesson_means() {
        try (Learner learner = learner("01-first-socket", 0)) {
            learner.types("main> t = socket(AF_INET, SOCK_STREAM)", "main> socket(AF_INET, 2)");
            learner.types("main> getsockname(t)", "main> close(4)");
            learner.skips();
            assertThat(learner.skipped()).containsExactly("main> close(4)");
            assertThat(learner.reads()).contains("Done: Close it twice");
        }
    }

    @Test
    void what_was_made_for_a_socket_that_is_closed_takes_its_part_unused() {
        try (Learner learner = learner("14-fork-server", 1)) {
            learner.types("srv> close(l)", "srv> l = socket(AF_INET, SOCK_STREAM)");
            learner.types("srv> bind(l, '127.0.0.1', 0)", "srv> listen(l, 5)");
            String port = ", '127.0.0.1', " + learner.port("srv", "l") + ")";
            learner.types("ann> a = socket(AF_INET, SOCK_STREAM)", "ann> connect(a" + port);
            learner.types("srv> c = accept(l)", "srv> recv(c, 100)");
            learner.types("bob> b = socket(AF_INET, SOCK_STREAM)", "bob> connect(b" + port);
            learner.types("bob> send(b, 'quick')", "ann> send(a, 'at last')");
            assertThat(learner.reads()).contains("4/13");
        }
    }

    @Test
    void who_has_one_socket_only_is_not_told_that_it_is_two() {
        try (Learner learner = learner("09-backlog", 3)) {
            learner.types("cli> connect(d, '127.0.0.1', " + learner.port("srv", "l") + ")");
            assertThat(learner.reads()).contains("cli has no socket for this yet.");
        }
    }

    @Test
    void a_socket_that_was_only_made_is_not_the_server() {
        try (Learner learner = learner("04-datagrams", 13)) {
            String to = ", ('127.0.0.1', " + learner.port("srv", "s") + "))";
            learner.types("eve> e = socket(AF_INET, SOCK_DGRAM)", "eve> sendto(e, 'psst'" + to);
            learner.types(
                    "cli> recv(u, 100, MSG_DONTWAIT)", "srv> x = socket(AF_INET, SOCK_DGRAM)");
            assertThat(learner.reads()).doesNotContain("Done");
        }
    }

    @Test
    void calls_that_are_compared_one_by_one_are_made_in_their_order() {
        try (Learner learner = learner("15-many-at-once", 14)) {
            learner.types("srv> epoll_wait(ep, 10, 0)", "srv> recv(c, 1)", "srv> recv(c, 2)");
            learner.types("srv> epoll_wait(ep, 10, 0)", "cli> send(d, 'one')");
            learner.types("srv> epoll_ctl(ep, EPOLL_CTL_MOD, c, EPOLLIN|EPOLLET)");
            assertThat(learner.reads()).doesNotContain("Done");
            learner.types("srv> epoll_wait(ep, 10, 0)", "srv> epoll_wait(ep, 10, 0)");
            assertThat(learner.reads()).contains("Done: Only what is new");
        }
    }

    @Test
    void the_last_hint_can_be_read_again() {
        try (Learner learner = learner("01-first-socket", 0)) {
            learner.hint();
            learner.reads();
            learner.hint();
            assertThat(learner.reads())
                    .contains("The family comes first", "That was the last hint.");
        }
    }

    @Test
    void what_the_kernel_did_not_answer_is_not_said_to_be_its_answer() {
        try (Learner learner = learner("01-first-socket", 1)) {
            learner.next();
            assertThat(learner.reads())
                    .contains("It would have been 2: the next one.")
                    .doesNotContain("The kernel's answer");
        }
    }
}
