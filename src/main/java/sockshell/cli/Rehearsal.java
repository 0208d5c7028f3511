package sockshell.cli;

import java.util.Optional;
import sockshell.sys.Buffer;
import sockshell.sys.Bytes;
import sockshell.sys.Descriptors.Ioctl;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;

/**
 * Makes this program's input and output a terminal in front of which nobody sits: pty(7). The keys
 * come by themselves, and what is shown goes nowhere.
 */
final class Rehearsal {
    private static final int CHUNK = 4096;

    /* ioctl_tty(2): unlock the other side, and get its number */
    private static final long TIOCSPTLCK = 0x40045431L;
    private static final long TIOCGPTN = 0x80045430L;

    private final Kernel kernel;

    Rehearsal(Kernel kernel) {
        this.kernel = kernel;
    }

    /** False where it can't be done; everything is as it was then. */
    boolean begin(String keys) {
        int both = kernel.constants().number("O_RDWR");
        Optional<Fd> master = ok(kernel.descriptors().open("/dev/ptmx", both, 0));
        Optional<Fd> slave =
                master.flatMap(this::number)
                        .flatMap(n -> ok(kernel.descriptors().open("/dev/pts/" + n, both, 0)));
        slave.ifPresent(this::takePlace);
        slave.ifPresent(_ -> play(master.get(), keys));
        return slave.isPresent();
    }

    private Optional<Integer> number(Fd master) {
        return request(master, TIOCSPTLCK).flatMap(_ -> request(master, TIOCGPTN));
    }

    private Optional<Integer> request(Fd master, long request) {
        Bytes argument = Bytes.zeros(Integer.BYTES);
        return ok(kernel.descriptors().ioctl(master, request, argument))
                .map(Ioctl::argument)
                .map(bytes -> (bytes.at(0) & 0xff) | ((bytes.at(1) & 0xff) << Byte.SIZE));
    }

    private void takePlace(Fd slave) {
        kernel.descriptors().dup2(slave, new Fd(0));
        kernel.descriptors().dup2(slave, new Fd(1));
    }

    private void play(Fd master, String keys) {
        Buffer typed = kernel.buffer(keys.length());
        typed.put(0, Bytes.of(keys));
        kernel.transfers().write(master, typed, keys.length());
        Thread eyes = new Thread(() -> look(master), "eyes");
        eyes.setDaemon(true);
        eyes.start();
    }

    private void look(Fd master) {
        Buffer seen = kernel.buffer(CHUNK);
        while (kernel.transfers().read(master, seen, CHUNK) instanceof Result.Ok<Integer>) {
            // as long as there is somebody who writes
        }
    }

    private static <T> Optional<T> ok(Result<T> result) {
        return result instanceof Result.Ok<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
