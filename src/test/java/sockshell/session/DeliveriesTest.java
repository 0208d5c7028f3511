package sockshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.ladder.Deliveries;
import sockshell.render.picture.BufferPicture.Origin;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;

/** Which calls sent what waits to be read. */
class DeliveriesTest {
    private final Told told = new Told(true);

    @AfterEach
    void end() {
        told.close();
    }

    /** The sockets themselves are not looked at: a pair needs no addresses. */
    private Deliveries deliveries() {
        List<Event> events = told.events;
        List<Moment> moments =
                IntStream.range(0, events.size()).mapToObj(i -> moment(i, events.get(i))).toList();
        return new Deliveries(moments, told.kernel.constants(), new Catalogue());
    }

    private Moment moment(int index, Event event) {
        return new Moment(index + 1, told.session.age(), event, Optional.empty());
    }

    private List<Origin> stream(String first, long waiting) {
        Held held = told.session.survey().find("p", 4).orElseThrow();
        return deliveries().stream(held, Bytes.of(first), waiting);
    }

    @Test
    void the_first_call_is_cut_by_what_was_read() {
        told.run("p", "s, t = socketpair(AF_UNIX, SOCK_STREAM)");
        told.run("p", "send(s, \"hello\")");
        told.run("p", "send(s, \"world!\")");
        told.run("p", "recv(t, 3)");
        assertThat(stream("loworld!", 8))
                .containsExactly(
                        new Origin("p: send(s, \"hello\")", 0, 2),
                        new Origin("p: send(s, \"world!\")", 2, 6));
        assertThat(stream("lo", 8)).hasSize(2);
    }

    @Test
    void nothing_is_said_where_the_bytes_are_others() {
        told.run("p", "s, t = socketpair(AF_UNIX, SOCK_STREAM)");
        told.run("p", "send(s, \"hello\")");
        assertThat(stream("jello", 5)).isEmpty();
        assertThat(stream("hello", 9)).isEmpty();
    }

    @Test
    void a_datagram_is_told_if_no_other_is_like_it() {
        told.run("p", "s, t = socketpair(AF_UNIX, SOCK_DGRAM)");
        told.run("p", "send(s, \"one\")");
        told.run("p", "send(s, \"two\")");
        Held held = told.session.survey().find("p", 4).orElseThrow();
        assertThat(deliveries().datagram(held, Bytes.of("one")))
                .containsExactly(new Origin("p: send(s, \"one\")", 0, 3));
        told.run("p", "send(s, \"one\")");
        assertThat(deliveries().datagram(held, Bytes.of("one"))).isEmpty();
    }
}
