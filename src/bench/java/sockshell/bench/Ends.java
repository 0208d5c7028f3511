package sockshell.bench;

import java.util.function.Function;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import sockshell.libc.LibcKernel;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Pair;
import sockshell.sys.Transfers;

/** Two sockets that reach each other, and memory for what goes from one to the other. */
@State(Scope.Thread)
public abstract class Ends {
    static final int BLOCK = 65536;

    final Opener opener = new Opener(new LibcKernel());
    final Transfers transfers = opener.kernel().transfers();
    final Buffer data = opener.filled(BLOCK);
    final Buffer into = opener.filled(BLOCK);
    final Fd from;
    final Fd to;

    Ends(Function<Opener, Pair> opening) {
        Pair pair = opening.apply(opener);
        from = pair.first();
        to = pair.second();
    }

    @TearDown
    public void close() {
        opener.close(from);
        opener.close(to);
    }

    /** A socketpair(2). */
    public static class Local extends Ends {
        public Local() {
            super(Opener::local);
        }
    }

    /** A connection over loopback, and a file of one block. */
    public static class Tcp extends Ends {
        final Fd file = opener.file(System.getProperty("block", ""));

        public Tcp() {
            super(Opener::connected);
        }

        @TearDown
        public void closeFile() {
            opener.close(file);
        }
    }
}
