package sockshell.render.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sessions on the real kernel as they are drawn on 80 columns. */
class LadderPicturesTest {
    @Test
    void a_connection_its_bytes_and_both_FINs_go_from_process_to_process() {
        assertThat(Recorded.of(Scripts.UPPER_CASE).drawn(80)).isEqualTo(Pictures.UPPER_CASE);
    }

    @Test
    void a_datagram_goes_to_the_socket_that_is_bound_to_its_address() {
        assertThat(Recorded.of(Scripts.UDP).drawn(80)).isEqualTo(Pictures.UDP);
    }

    @Test
    void a_close_says_nothing_while_another_process_has_the_connection() {
        assertThat(Recorded.of(Scripts.FORK).drawn(80)).isEqualTo(Pictures.FORK);
    }

    @Test
    void a_connect_that_sleeps_has_sent_its_SYN() {
        assertThat(Recorded.of(Scripts.BACKLOG).drawn(80)).isEqualTo(Pictures.BACKLOG);
    }

    @Test
    void a_port_that_nobody_has_is_outside_and_resets() {
        assertThat(Recorded.of(Scripts.REFUSED).drawn(80)).isEqualTo(Pictures.REFUSED);
    }

    @Test
    void what_goes_into_one_end_of_a_pair_goes_to_who_has_the_other() {
        assertThat(Recorded.of(Scripts.PAIR).drawn(80)).isEqualTo(Pictures.PAIR);
    }

    @Test
    void the_end_of_a_pipe_is_not_said_to_who_is_gone() {
        assertThat(Recorded.of(Scripts.PIPE).drawn(80)).isEqualTo(Pictures.PIPE);
    }

    @Test
    void a_side_that_is_shut_down_sends_no_second_FIN() {
        assertThat(Recorded.of(Scripts.HALF_CLOSE).drawn(80)).isEqualTo(Pictures.HALF_CLOSE);
    }

    @Test
    void closing_with_unread_data_resets() {
        assertThat(Recorded.of(Scripts.RESET).drawn(80)).isEqualTo(Pictures.RESET);
    }

    @Test
    void equal_turns_are_folded() {
        assertThat(Recorded.of(Scripts.LOOP).drawn(80)).isEqualTo(Pictures.LOOP);
    }

    @Test
    void a_stream_of_AF_UNIX_is_found_by_the_order_of_accept() {
        assertThat(Recorded.of(Scripts.NAMED).drawn(80)).isEqualTo(Pictures.NAMED);
    }
}
