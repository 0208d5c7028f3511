package sockshell.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sockshell.lang.Value;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.render.picture.BufferPicture.Origin;
import sockshell.render.picture.WatchPicture.Scene;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.session.told.Waiting;
import sockshell.sys.Bytes;
import sockshell.sys.Inspection.Ends;
import sockshell.sys.Inspection.Made;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.Unheld;
import sockshell.sys.Inspection.View;
import sockshell.sys.SockAddr;

/** No line of any picture is wider than the sheet, whatever there is to draw. */
class WidthTest {
    private static final int TURNS = 400;
    private static final List<Integer> WIDTHS = List.of(20, 21, 33, 40, 59, 80, 132, 200);

    private final Random random = new Random(4711);

    @Test
    void no_line_is_wider_than_the_sheet() {
        for (int i = 0; i < TURNS; i++) {
            Sheet sheet = new Sheet(any(WIDTHS), any(List.of(Glyphs.values())));
            Survey survey = survey();
            for (Text line : everything(survey, sheet)) {
                assertThat(line.width())
                        .as("turn %d: %s", i, line)
                        .isLessThanOrEqualTo(sheet.width());
            }
        }
    }

    @Test
    void a_watched_session_is_never_higher_than_its_place() {
        for (int height = 1; height < 40; height++) {
            Scene scene = new Scene(Samples.activities(), survey());
            assertThat(
                            new WatchPicture(Samples.CONSTANTS)
                                    .draw(
                                            scene,
                                            Optional.empty(),
                                            height,
                                            new Sheet(80, Glyphs.ASCII)))
                    .hasSizeLessThanOrEqualTo(height);
        }
    }

    private List<Text> everything(Survey survey, Sheet sheet) {
        List<Text> lines = new ArrayList<>();
        lines.addAll(new SocketTable(Samples.CONSTANTS).draw(survey, 20, sheet));
        for (Held held : survey.held()) {
            lines.addAll(QueuePicture.draw(held, survey, sheet));
            lines.addAll(buffer(held, sheet));
        }
        Scene scene = new Scene(Samples.activities(), survey);
        Scene before = new Scene(List.of(), survey());
        lines.addAll(
                new WatchPicture(Samples.CONSTANTS).draw(scene, Optional.of(before), 24, sheet));
        lines.add(new StatusLine(Samples.CONSTANTS).draw(Samples.activities(), "srv.1", sheet));
        lines.addAll(Samples.bytes(Value.Whole.of(random.nextLong()), sheet));
        lines.addAll(Samples.bytes(new Value.Text(data()), sheet));
        lines.addAll(Samples.bytes(new Value.Address(address()), sheet));
        lines.addAll(Samples.bytes(new Value.Address(new SockAddr.Raw(data())), sheet));
        return lines;
    }

    private List<Text> buffer(Held held, Sheet sheet) {
        Waiting waiting =
                new Waiting(
                        Optional.of(data()),
                        Optional.of(address()),
                        OptionalLong.of(random.nextInt(1 << 20)),
                        random.nextBoolean());
        Origin origin = new Origin("$123 of process.with.a.long.name", 3, random.nextInt(99999));
        return new BufferPicture(Samples.CONSTANTS, 4)
                .draw(held, Optional.of(waiting), List.of(origin), sheet);
    }

    private Survey survey() {
        List<Held> held = new ArrayList<>();
        List<Unheld> unheld = new ArrayList<>();
        held.add(Samples.listener("srv", random.nextInt(40), random.nextInt(5000)));
        for (int i = random.nextInt(12); i > 0; i--) {
            held.add(held(i + 3));
            unheld.add(
                    new Unheld(
                            any(List.of(State.values())),
                            new Ends(any(List.of(Samples.SERVER, address())), peer()),
                            random.nextBoolean()
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(random.nextInt(60_000))));
        }
        return new Survey(held, unheld);
    }

    private Held held(int descriptor) {
        View view =
                new View(
                        new Made(
                                any(List.of(1, 2, 10, 17)),
                                any(List.of(1, 2, 5)),
                                random.nextInt(20)),
                        new Ends(address(), peer()),
                        any(List.of(State.values())),
                        Samples.queues(random.nextInt(1 << 22), random.nextInt(100)),
                        Optional.empty());
        return Samples.held(
                any(List.of("c", "client", "process.1.2.3.4.5.6.7.8")),
                descriptor,
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(view));
    }

    private Optional<SockAddr> peer() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(any(List.of(Samples.SERVER, address())));
    }

    private SockAddr address() {
        return any(
                List.of(
                        new SockAddr.Inet4(random.nextInt(), random.nextInt(65536)),
                        new SockAddr.Inet6(random.nextLong(), random.nextLong(), 1, 0, 7),
                        SockAddr.Unix.UNNAMED,
                        SockAddr.Unix.path(
                                "/a/path/that/is/longer/than/most/lines/are/wide/\u001b[2J"),
                        new SockAddr.Unix(Bytes.of((byte) 0).plus(data()))));
    }

    private Bytes data() {
        byte[] bytes = new byte[random.nextInt(90)];
        random.nextBytes(bytes);
        return random.nextBoolean()
                ? Bytes.of(bytes)
                : Bytes.of("\u00e9\u6f22\u05d0\ud83d\ude00\u200b\n".repeat(random.nextInt(6)));
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
