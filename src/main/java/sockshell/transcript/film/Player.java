package sockshell.transcript.film;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows a film in its time, and lets somebody stop it, or go from statement to statement. */
public final class Player {
    /** What the keys do, for whoever wants to say so first. */
    public static final String HELP =
            "space stops and goes on, + and - change the speed, n shows one statement, q ends";

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final double FASTEST = 16;
    private static final double SLOWEST = 0.25;
    private static final int CTRL_C = 3;

    /** How a film came to its end. */
    public enum End {
        SEEN,
        LEFT
    }

    private enum Pace {
        PLAYING,
        /** up to the next cue */
        STEPPING,
        STOPPED
    }

    private final Keys keys;
    private final Supplier<Duration> clock;
    private final Consumer<String> screen;
    private Pace pace = Pace.PLAYING;
    private double speed = 1;
    private boolean isLeft;

    /** How fast a film begins, and whether it stops at each statement. */
    public record Start(double speed, boolean steps) {
        public static final Start USUAL = new Start(1, false);
    }

    /** The clock says how much time has passed, from wherever on. */
    public Player(Keys keys, Supplier<Duration> clock, Consumer<String> screen) {
        this.keys = keys;
        this.clock = clock;
        this.screen = screen;
    }

    public Player(Keys keys, Supplier<Duration> clock, Consumer<String> screen, Start start) {
        this(keys, clock, screen);
        speed = Math.clamp(start.speed(), SLOWEST, FASTEST);
        pace = start.steps() ? Pace.STEPPING : Pace.PLAYING;
    }

    public End play(Film film) {
        boolean isWithinLine = false;
        for (Frame frame : film.frames()) {
            await(frame);
            if (isLeft) {
                screen.accept(isWithinLine ? "\n" : "");
                return End.LEFT;
            }
            screen.accept(frame.text());
            isWithinLine = frame.text().isEmpty() ? isWithinLine : !frame.text().endsWith("\n");
        }
        return End.SEEN;
    }

    private void await(Frame frame) {
        if (frame.isCue() && pace == Pace.STEPPING) {
            pace = Pace.STOPPED;
        }
        double left = frame.delay().toNanos();
        while (!isLeft && (pace == Pace.STOPPED || left >= 1)) {
            left -= wait(left);
        }
    }

    /** Until a key comes, or the time is over; says how much of the film's own time has passed. */
    private double wait(double left) {
        Duration before = clock.get();
        boolean isStopped = pace == Pace.STOPPED;
        double speedBefore = speed;
        Optional<Integer> key =
                keys.within(isStopped ? LONG : Duration.ofNanos((long) Math.ceil(left / speed)));
        double passed = clock.get().minus(before).toNanos() * speedBefore;
        key.ifPresent(this::press);
        return isStopped ? 0 : passed;
    }

    private void press(int key) {
        switch (key) {
            case ' ' -> pace = pace == Pace.STOPPED ? Pace.PLAYING : Pace.STOPPED;
            case '+' -> speed = Math.min(FASTEST, speed * 2);
            case '-' -> speed = Math.max(SLOWEST, speed / 2);
            case 'n', '\r', '\n' -> pace = Pace.STEPPING;
            case 'q', CTRL_C -> isLeft = true;
            default -> {}
        }
    }
}
