package sockshell.transcript.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sockshell.transcript.film.Player.End;

/** A film with somebody in front of it, whose clock and keys are the test's. */
class PlayerTest {
    private static final Film FILM =
            new Film(
                    "x",
                    List.of(
                            new Frame(Duration.ofMillis(100), "a> ", true),
                            new Frame(Duration.ofMillis(100), "1\n", false),
                            new Frame(Duration.ofMillis(100), "b> ", true),
                            new Frame(Duration.ofMillis(100), "2\n", false)));

    private final TreeMap<Long, Integer> pressed = new TreeMap<>();
    private final List<String> seen = new ArrayList<>();
    private long now;

    private void press(long at, char key) {
        pressed.put(at, (int) key);
    }

    /** Time passes here and nowhere else: up to the next key, or until the wait is over. */
    private Optional<Integer> key(Duration time) {
        long end = now + time.toMillis();
        if (pressed.isEmpty() || pressed.firstKey() > end) {
            assertThat(time).as("nobody will press a key").isLessThan(Duration.ofMinutes(1));
            now = end;
            return Optional.empty();
        }
        now = Math.max(now, pressed.firstKey());
        return Optional.of(pressed.pollFirstEntry().getValue());
    }

    private End play() {
        Player player =
                new Player(
                        this::key,
                        () -> Duration.ofMillis(now),
                        text -> seen.add(text.isEmpty() ? "" : now + " " + text));
        return player.play(FILM);
    }

    @Test
    void everything_comes_in_its_time() {
        assertThat(play()).isEqualTo(End.SEEN);
        assertThat(seen).containsExactly("100 a> ", "200 1\n", "300 b> ", "400 2\n");
    }

    @Test
    void space_stops_and_goes_on_where_it_was() {
        press(150, ' ');
        press(5000, ' ');
        assertThat(play()).isEqualTo(End.SEEN);
        assertThat(seen).containsExactly("100 a> ", "5050 1\n", "5150 b> ", "5250 2\n");
    }

    @Test
    void plus_doubles_the_speed_from_where_it_is() {
        press(150, '+');
        play();
        assertThat(seen).containsExactly("100 a> ", "175 1\n", "225 b> ", "275 2\n");
    }

    @Test
    void minus_halves_the_speed_from_where_it_is() {
        press(150, '-');
        play();
        assertThat(seen).containsExactly("100 a> ", "250 1\n", "450 b> ", "650 2\n");
    }

    @ParameterizedTest
    @ValueSource(chars = {'n', '\r', '\n'})
    void in_steps_it_stops_in_front_of_each_statement(char key) {
        press(50, key);
        press(9000, key);
        assertThat(play()).isEqualTo(End.SEEN);
        assertThat(seen).containsExactly("100 a> ", "200 1\n", "9100 b> ", "9200 2\n");
    }

    @Test
    void space_ends_going_in_steps() {
        press(50, 'n');
        press(9000, ' ');
        assertThat(play()).isEqualTo(End.SEEN);
        assertThat(seen).last().isEqualTo("9200 2\n");
    }

    @ParameterizedTest
    @ValueSource(chars = {'q', '\u0003'})
    void q_and_ctrl_c_end_it_with_a_whole_line(char key) {
        press(150, key);
        assertThat(play()).isEqualTo(End.LEFT);
        assertThat(seen).containsExactly("100 a> ", "150 \n");
    }

    @Test
    void it_can_be_left_while_it_is_stopped() {
        press(210, ' ');
        press(700, 'q');
        assertThat(play()).isEqualTo(End.LEFT);
        assertThat(seen).containsExactly("100 a> ", "200 1\n", "");
    }

    @Test
    void other_keys_change_nothing() {
        press(50, 'x');
        press(51, '\u001b');
        play();
        assertThat(seen).last().isEqualTo("400 2\n");
    }
}
