package sockshell.repl.editor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import sockshell.sys.Tty;

/**
 * A process that outlives this one. When this one is gone without a word, killed or crashed, it
 * gives the terminal back the settings that it had: stty(1), console_codes(4).
 */
final class Guard {
    /* termios(3): the C library's structure has more characters than the kernel's */
    private static final int NCCS = 32;

    /* the whole window scrolls, keys and pasted text come as usual, the cursor shows */
    static final String SCREEN = "\0337\033[r\0338\033[?1l\033>\033[?2004l\033[?25h";

    /* the end of input is the end of this process; from the background a change needs no TTOU */
    private static final String WATCH =
            "trap '' HUP INT QUIT TSTP TTOU; read -r word ||"
                    + " { stty \"$0\" <&1; printf '%s\\n' \"$1\"; }";

    private final Process process;

    private Guard(Process process) {
        this.process = process;
    }

    static Guard of(Tty.Modes settings) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of("/bin/sh", "-c", WATCH, text(settings), SCREEN))
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Guard(builder.start());
    }

    /** As {@code stty -g} writes it: the flags and then the characters, in hexadecimal. */
    static String text(Tty.Modes settings) {
        StringJoiner text = new StringJoiner(":");
        for (long flags :
                List.of(
                        settings.input(),
                        settings.output(),
                        settings.control(),
                        settings.local())) {
            text.add(Long.toHexString(flags));
        }
        for (int i = 0; i < NCCS; i++) {
            boolean isThere = i < settings.characters().length();
            text.add(Integer.toHexString(isThere ? settings.characters().at(i) & 0xff : 0));
        }
        return text.toString();
    }

    /** All is well: there is nothing to do. */
    void dismiss() {
        try (OutputStream word = process.getOutputStream()) {
            word.write("well\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // it has gone before us, and then it has nothing to do either
        }
    }
}
