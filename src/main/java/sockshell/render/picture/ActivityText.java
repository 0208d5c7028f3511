package sockshell.render.picture;

import java.time.Duration;
import java.util.stream.Collectors;
import sockshell.render.ResultText;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.session.told.Activity;
import sockshell.sys.Constants;

/** What a process does, in a few words: {@code blocked in accept(3) 12 s}. */
final class ActivityText {
    private static final int LONGEST_ARGUMENTS = 24;
    private static final int MINUTE = 60;

    private final ResultText values;

    ActivityText(Constants constants) {
        values = new ResultText(constants);
    }

    /** All of it, the process first. */
    Text whole(Activity activity) {
        return brief(activity).plus(Style.FAINT, time(activity.lasting()));
    }

    /** Without the time. */
    Text brief(Activity activity) {
        return Text.of(Style.NAME, activity.process()).plus(" ").plus(doing(activity));
    }

    /** As short as it can be said. */
    Text least(Activity activity) {
        return Text.of(Style.NAME, activity.process())
                .plus(" ")
                .plus(
                        switch (activity.doing()) {
                            case BLOCKED -> blocked(activity.call());
                            case ASKING -> Text.of("asking");
                            case READY, BUSY -> doing(activity);
                        });
    }

    private static Text blocked(String call) {
        return Text.of("blocked in ").plus(Style.VALUE, call);
    }

    Text doing(Activity activity) {
        return switch (activity.doing()) {
            case READY -> Text.of(Style.FAINT, "ready");
            case BUSY -> Text.of("busy");
            case BLOCKED -> blocked(call(activity));
            case ASKING -> Text.of("asking again and again");
        };
    }

    /** As it was written where that is short. */
    private String call(Activity activity) {
        String arguments =
                activity.arguments().stream().map(values::of).collect(Collectors.joining(", "));
        return arguments.length() > LONGEST_ARGUMENTS
                ? activity.call()
                : activity.call() + "(" + arguments + ")";
    }

    /** With a blank in front; nothing for less than a second. */
    static String time(Duration lasting) {
        long seconds = lasting.toSeconds();
        if (seconds < 1) {
            return "";
        }
        return seconds < MINUTE
                ? " " + seconds + " s"
                : seconds < MINUTE * MINUTE
                        ? " " + seconds / MINUTE + " min"
                        : " " + lasting.toHours() + " h";
    }
}
