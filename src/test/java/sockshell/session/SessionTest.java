package sockshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sockshell.session.told.Event;

/** Processes side by side on the real kernel: who does what, and in which order it shows. */
class SessionTest {
    private final Told told = new Told();

    @AfterEach
    void close() {
        told.close();
    }

    private List<String> run(String process, String text) {
        return told.run(process, text);
    }

    @Test
    void each_process_counts_its_descriptors_from_3() {
        assertThat(run("a", "socket(AF_INET, SOCK_STREAM)")).containsExactly("a= 3");
        assertThat(run("b", "socket(AF_INET, SOCK_STREAM)")).containsExactly("b= 3");
        assertThat(run("b", "close(3); socketpair(AF_UNIX, SOCK_STREAM)"))
                .containsExactly("b= 0", "b= 3 4");
    }

    @Test
    void variables_belong_to_their_process() {
        run("a", "x = 1");
        assertThat(run("b", "x")).containsExactly("b! the name x is not known here");
        assertThat(run("a", "x")).containsExactly("a= 1");
    }

    @Test
    void a_result_without_a_name_gets_the_number_of_its_statement() {
        run("a", "x = 1");
        run("a", "htons(1)");
        assertThat(run("a", "$2 + x")).containsExactly("a= 257");
        assertThat(run("a", "$3")).containsExactly("a= 257");
        assertThat(run("b", "$2")).containsExactly("b! there is no $2 here");
    }

    @Test
    void a_scratch_name_is_there_for_the_rest_of_its_line() {
        assertThat(run("a", "htons(1); $1 + 1")).containsExactly("a= 256", "a= 257");
    }

    @Test
    void what_is_nested_too_deeply_to_be_shown_is_a_mistake_and_no_end() {
        assertThat(run("a", "x = [1]; repeat 50000 { x = [x] }; print(x)"))
                .contains("a! this is too large or too deeply nested for SockShell");
        assertThat(run("a", "htons(1)")).containsExactly("a= 256");
    }

    @Test
    void errno_is_kept_by_success_and_belongs_to_its_process() {
        assertThat(run("a", "errno")).containsExactly("a= 0");
        run("a", "close(9)");
        run("a", "htons(1); getpid()");
        assertThat(run("a", "errno")).containsExactly("a= 9 EBADF");
        assertThat(run("a", "errno == EBADF")).containsExactly("a= True");
        assertThat(run("b", "errno")).containsExactly("b= 0");
    }

    @Test
    void a_child_goes_on_from_fork_with_0_and_the_parents_result_comes_first() {
        List<String> lines = run("p", "x = 5; kid = fork(); y = x + (kid == 0)");
        assertThat(lines.get(1)).startsWith("p= ").isNotEqualTo("p= 0");
        assertThat(lines.subList(2, lines.size())).containsExactly("p= 5", "p.1= 0", "p.1= 6");
    }

    @Test
    void a_child_goes_on_within_loops_conditions_and_expressions() {
        assertThat(
                        run(
                                "p",
                                """
                                repeat 2 {
                                  if 10 + (fork() == 0) == 11 { print("child"); exit() }
                                  print("parent")
                                }\
                                """))
                .containsExactly("p: parent", "p: parent", "p.1: child", "p.2: child");
    }

    @Test
    void the_body_of_a_fork_block_is_the_childs_whole_life() {
        run("p", "x = 1");
        assertThat(run("p", "fork { x = 2; print(x) }")).containsExactly("p.1: 2");
        assertThat(run("p", "x")).containsExactly("p= 1");
        assertThat(told.session.names()).containsExactly("p");
    }

    @Test
    void the_numbers_of_children_are_never_used_twice() {
        run("p", "fork { exit() }");
        run("p", "exit()");
        run("p", "fork { print(1) }");
        assertThat(told.events).contains(new Event.Forked("p", "p.2"));
    }

    @Test
    void a_connection_ends_with_the_last_close_in_any_process() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); fork()");
        assertThat(run("p.1", "close(a); recv(b, 9)")).containsExactly("p.1= 0", "p.1* recv");
        assertThat(run("p", "close(b)")).containsExactly("p= 0");
        assertThat(run("p", "close(a)")).containsExactly("p= 0", "p.1= 0 \"\"");
    }

    @Test
    void fork_keeps_close_on_exec() {
        run("p", "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC); socket(AF_INET, SOCK_STREAM); fork()");
        assertThat(run("p.1", "fcntl(3, F_GETFD); fcntl(4, F_GETFD); fcntl(dup(3), F_GETFD)"))
                .containsExactly("p.1= 1", "p.1= 0", "p.1= 0");
    }

    @Test
    void exit_closes_everything_and_the_name_is_a_new_process_then() {
        run("p", "x = 1; a, b = socketpair(AF_UNIX, SOCK_STREAM); fork()");
        run("p.1", "close(a)");
        run("p", "close(b)");
        assertThat(run("p.1", "recv(b, 9)")).containsExactly("p.1* recv");
        assertThat(run("p", "exit()")).containsExactly("p.1= 0 \"\"");
        assertThat(run("p", "x")).containsExactly("p! the name x is not known here");
        assertThat(run("p", "socket(AF_INET, SOCK_STREAM)")).containsExactly("p= 3");
    }

    @Test
    void dup2_shares_what_is_behind_until_both_are_closed() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM)");
        assertThat(run("p", "dup2(a, 9); close(a); send(9, \"x\"); recv(b, 9)"))
                .containsExactly("p= 9", "p= 0", "p= 1", "p= 1 \"x\"");
        assertThat(run("p", "socket(AF_INET, SOCK_STREAM); dup2(b, 3); send(9, \"y\"); recv(3, 9)"))
                .containsExactly("p= 3", "p= 3", "p= 1", "p= 1 \"y\"");
    }

    @Test
    void a_blocked_call_blocks_its_process_alone_and_an_interrupt_is_EINTR() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM)");
        assertThat(run("p", "x = recv(a, 9)")).containsExactly("p* recv");
        assertThat(run("q", "htons(1)")).containsExactly("q= 256");
        assertThat(told.interrupt("p")).containsExactly("p= -1 EINTR");
        assertThat(run("p", "x; errno")).containsExactly("p= -1", "p= 4 EINTR");
        assertThat(told.interrupt("p")).containsExactly("nothing to interrupt");
        assertThat(told.interrupt("nobody")).containsExactly("nothing to interrupt");
    }

    @Test
    void who_was_woken_goes_on_in_the_order_of_names() {
        run("s", "a, b = socketpair(AF_UNIX, SOCK_DGRAM); fork(); fork()");
        run("s.2", "recv(b, 9)");
        run("s.1", "recv(b, 9)");
        assertThat(run("s", "repeat 2 { send(a, \"x\") }"))
                .containsExactlyInAnyOrder("s.1= 1 \"x\"", "s.2= 1 \"x\"");
    }

    @Test
    void who_reads_one_pipe_takes_turns_in_the_order_of_blocking() {
        for (int i = 0; i < 50; i++) {
            String who = "p" + i;
            run(who, "r, w = pipe(); repeat 3 { fork { print(read(r, 1)); print(read(r, 1)) } }");
            assertThat(run(who, "write(w, \"abcdef\")"))
                    .containsExactly(
                            who + "= 6",
                            who + ".1: a",
                            who + ".1: b",
                            who + ".2: c",
                            who + ".2: d",
                            who + ".3: e",
                            who + ".3: f");
        }
    }

    @Test
    void children_that_accept_from_one_queue_get_their_connections_in_turn() {
        run("p", "l = socket(AF_INET, SOCK_STREAM); bind(l, \"127.0.0.1\", 0); listen(l)");
        run("p", "a = getsockname(l); repeat 3 { fork { loop { accept(l); print(\"mine\") } } }");
        for (int i = 0; i < 7; i++) {
            assertThat(run("p", "s = socket(AF_INET, SOCK_STREAM); connect(s, a)"))
                    .contains("p." + (i % 3 + 1) + ": mine");
        }
    }

    @Test
    void a_call_that_may_not_wait_does_not_wait_for_its_turn_either() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); fork()");
        assertThat(run("p.1", "recv(b, 1)")).containsExactly("p.1* recv");
        assertThat(run("p", "recv(b, 1, MSG_DONTWAIT)")).containsExactly("p= -1 EAGAIN");
        assertThat(run("p", "fcntl(b, F_SETFL, O_NONBLOCK); recv(b, 1)"))
                .containsExactly("p= 0", "p= -1 EAGAIN");
    }

    @Test
    void who_waits_for_its_turn_can_be_interrupted() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); fork(); fork()");
        assertThat(run("p.1", "recv(b, 1)")).containsExactly("p.1* recv");
        assertThat(run("p.2", "recv(b, 1)")).containsExactly("p.2* recv");
        assertThat(told.interrupt("p.2")).containsExactly("p.2= -1 EINTR");
        assertThat(run("p", "send(a, \"x\")")).containsExactly("p= 1", "p.1= 1 \"x\"");
    }

    @Test
    void the_rest_of_a_line_follows_when_its_blocked_call_returns() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); fork()");
        assertThat(run("p", "m = recv(a, 9); send(a, upper(m))")).containsExactly("p* recv");
        assertThat(run("p.1", "send(b, \"abc\")"))
                .containsExactly("p.1= 3", "p= 3 \"abc\"", "p= 3");
    }

    @Test
    void a_call_that_takes_what_there_is_and_wants_more_is_blocked() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); send(b, \"12\"); fork()");
        assertThat(run("p", "recv(a, 4, MSG_WAITALL)")).containsExactly("p* recv");
        assertThat(run("p.1", "send(b, \"34\")")).containsExactly("p.1= 2", "p= 4 \"1234\"");
    }

    @Test
    void a_call_that_sleeps_although_poll_calls_it_ready_is_blocked_too() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); send(b, \"12\"); fork()");
        assertThat(run("p", "recv(a, 4, MSG_WAITALL|MSG_PEEK)"))
                .isIn(List.of("p* recv"), List.of("p= 2 \"12\""));
    }

    @Test
    void a_send_larger_than_the_buffers_is_blocked_until_somebody_reads() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); fork()");
        assertThat(run("p", "sendall(a, \"x\" * 3000000)")).containsExactly("p* sendall");
        String reading =
                """
                n = 0
                repeat 1000000 { n = n + len(recv(b, 65536)); if n == 3000000 { break } }\
                """;
        assertThat(run("p.1", reading)).contains("p= 3000000");
    }

    @Test
    void waiting_for_time_alone_ends_by_itself() {
        assertThat(run("p", "sleep(0.01); htons(1)")).startsWith("p* sleep");
        assertThat(run("p", "htons(2)")).endsWith("p= 512");
    }

    @Test
    void a_line_with_a_mistake_does_nothing_at_all() {
        assertThat(run("p", "socket(AF_INET, SOCK_STREAM); foo(1)"))
                .containsExactly("p! there is no call foo");
        assertThat(run("p", "socket(AF_INET, SOCK_STREAM)")).containsExactly("p= 3");
    }

    @Test
    void input_asks_and_takes_the_answer() {
        assertThat(run("p", "input('who')")).contains("p= \"answer to who\"");
    }

    @Test
    void the_terminals_descriptors_are_not_the_persons() {
        assertThat(run("p", "write(1, \"x\")")).containsExactly("p! 0, 1 and 2 are the terminal's");
    }

    @Test
    void who_asks_again_and_again_lets_others_bring_what_it_asks_for() {
        assertThat(
                        run(
                                "p",
                                """
                                r, w = pipe(); fork { write(w, "x") }; fcntl(r, F_SETFL, O_NONBLOCK)
                                loop { m = read(r, 1); if m == "x" { break } }
                                print("done")\
                                """))
                .contains("p: done");
        run("p", "a, b = socketpair(AF_UNIX, SOCK_DGRAM); fork()");
        assertThat(run("p", "loop { if poll([(a, POLLIN)], 0) == 1 { break } }")).isEmpty();
        assertThat(run("p.2", "send(b, \"x\")")).containsExactly("p.2= 1");
        assertThat(run("p", "recv(a, 9)")).containsExactly("p= 1 \"x\"");
    }

    @Test
    void processes_that_wake_one_another_without_end_do_not_stop_the_others() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM)");
        run("p", "fork { loop { send(a, \"x\"); m = recv(a, 1) } }");
        run("p", "fork { loop { m = recv(b, 1); send(b, \"y\") } }");
        assertThat(run("p", "htons(1)")).startsWith("p= 256");
    }

    @Test
    void the_child_of_a_block_is_gone_with_its_mistake() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM)");
        assertThat(run("p", "fork { close(a); m = recv(b, 1); m + 1 }; close(b)"))
                .contains("p.1* recv", "p= 0");
        assertThat(run("p", "send(a, \"x\"); recv(a, 1)"))
                .contains("p.1! + gives nothing here for text and a number", "p= 0 \"\"");
        assertThat(told.session.names()).containsExactly("p");
    }

    @Test
    void calls_that_fail_within_a_block_are_counted() {
        run("p", "repeat 3 { close(99) }");
        assertThat(((Event.Finished) told.events.getLast()).failures()).isEqualTo(3);
        run("p", "fork { close(99) }");
        assertThat(told.events).contains(new Event.Ended("p.1", 1));
    }

    @Test
    void an_address_is_a_pair_as_in_Python() {
        run("p", "s = socket(AF_INET, SOCK_DGRAM); bind(s, \"127.0.0.1\", 0)");
        assertThat(run("p", "host, port = s.getsockname(); a = getsockname(s)")).hasSize(2);
        assertThat(run("p", "host; a[0] == host and a[1] == port; len(a)"))
                .containsExactly("p= \"127.0.0.1\"", "p= True", "p= 2");
    }

    @Test
    void bytes_that_were_not_received_are_not_shown() {
        run("p", "a, b = socketpair(AF_UNIX, SOCK_DGRAM); send(a, \"secret secret\"); recv(b, 99)");
        assertThat(run("p", "send(a, \"hello world\"); recv(b, 5, MSG_TRUNC)"))
                .containsExactly("p= 11", "p= 11 \"hello\"");
    }

    @Test
    void what_the_program_needs_for_itself_is_kept_back_and_said() {
        List<String> lines =
                run("p", "repeat 2000000 { if dup(socket(AF_UNIX, SOCK_DGRAM)) < 0 { break } }");
        assertThat(lines).isEmpty();
        assertThat(run("p", "socket(AF_UNIX, SOCK_DGRAM)")).containsExactly("p= -1 EMFILE");
        assertThat(told.remarks()).anyMatch(remark -> remark.contains("SockShell keeps"));
        assertThat(run("p", "fork()")).containsExactly("p= -1 EMFILE");
        assertThat(run("q", "recv(3, 1); sleep(0)")).contains("q= -1 EBADF");
        assertThat(run("p", "close(5); close(4); close(3); socket(AF_UNIX, SOCK_DGRAM)"))
                .containsExactly("p= 0", "p= 0", "p= 0", "p= 3");
    }

    @Test
    void every_call_is_an_event_for_those_who_want_it() {
        try (Told all = new Told(true)) {
            all.run("p", "a, b = socketpair(AF_UNIX, SOCK_STREAM); repeat 2 { send(a, \"x\") }");
            List<Event.Called> calls =
                    all.events.stream()
                            .filter(Event.Called.class::isInstance)
                            .map(Event.Called.class::cast)
                            .toList();
            assertThat(calls)
                    .extracting(call -> call.made().call().name())
                    .containsExactly("socketpair", "send", "send");
            assertThat(calls.getLast().statement().id()).isEqualTo(2);
            assertThat(calls.getLast().timing().blocked()).isFalse();
            assertThat(calls.getLast().made().arguments()).hasSize(3);
            assertThat(calls.getLast().made().look().get()).isPresent();
        }
    }
}
