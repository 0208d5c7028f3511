package sockshell.transcript.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.told.Moment;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Pair;
import sockshell.sys.Readiness.Interest;
import sockshell.sys.Readiness.Polled;
import sockshell.sys.Result;
import sockshell.transcript.Beat;

/**
 * Captures the packets of a session while it runs, on the loopback interface and on a thread of its
 * own. Whose they are is known at the end: what is not the session's own is thrown away.
 */
public final class Tap implements AutoCloseable {
    private static final String ABOUT =
            """
            Captured on the loopback interface while a session ran; only packets of its own ports \
            were kept. The checksums of TCP and UDP were completed when this file was written, as \
            a network card would have done: over the loopback the kernel leaves them out. A \
            packet may be larger than one of a network.\
            """;

    /* of all that passes the interface, not of the session alone */
    private static final long MOST_BYTES = 256L << 20;
    private static final int LOOKS = 500;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final Kernel kernel;
    private final PacketSocket socket;
    private final Pair stop;
    private final Thread thread;
    private final List<Packet> caught = new ArrayList<>();
    private long bytes;
    private long leftOut;
    private long drops;
    private boolean isOver;

    private Tap(Kernel kernel, PacketSocket socket, Pair stop) {
        this.kernel = kernel;
        this.socket = socket;
        this.stop = stop;
        thread = Thread.ofPlatform().daemon().name("packets").unstarted(this::listen);
    }

    /** Begins at once; empty where the system does not permit it, capabilities(7): CAP_NET_RAW. */
    public static Optional<Tap> begin(Kernel kernel) {
        return PacketSocket.open(kernel).flatMap(socket -> begin(kernel, socket));
    }

    private static Optional<Tap> begin(Kernel kernel, PacketSocket socket) {
        if (kernel.descriptors().pipe() instanceof Result.Ok<Pair>(Pair pipe)) {
            Tap tap = new Tap(kernel, socket, pipe);
            tap.thread.start();
            return Optional.of(tap);
        }
        socket.close();
        return Optional.empty();
    }

    /** Until there is something to read in the pipe; what is there by then is still taken. */
    private void listen() {
        int in = kernel.constants().number("POLLIN");
        List<Interest> both =
                List.of(new Interest(socket.fd(), in), new Interest(stop.first(), in));
        boolean isLast = false;
        while (!isLast) {
            Result<Polled> ready = kernel.readiness().poll(both, -1);
            isLast = ready.map(Polled::revents).map(List::getLast).orElse(0) != 0;
            drain();
        }
    }

    private void drain() {
        Optional<PacketSocket.Received> next = socket.next();
        while (next.isPresent()) {
            keep(next.get());
            next = socket.next();
        }
    }

    /** Each is seen on its way out, and again as it comes in. */
    private void keep(PacketSocket.Received received) {
        if (received.isOutgoing()) {
            return;
        }
        if (bytes + received.packet().bytes().length() > MOST_BYTES) {
            leftOut++;
        } else {
            bytes += received.packet().bytes().length();
            caught.add(received.packet());
        }
    }

    /** Ends, and gives what belongs to these beats. */
    public Packets end(List<Beat> beats, Catalogue catalogue) {
        close();
        List<Moment> moments = Synthetic.moments(beats);
        OwnPorts own = OwnPorts.of(moments, kernel.constants(), catalogue);
        List<Packet> kept = caught.stream().filter(own::has).map(Checksum::completed).toList();
        return kept.isEmpty()
                ? new Packets.None(Synthetic.reason(moments))
                : new Packets.Some(kept, about());
    }

    private String about() {
        StringBuilder about = new StringBuilder(ABOUT);
        if (drops > 0) {
            about.append(" At most ")
                    .append(drops)
                    .append(" are missing, as they found no room in the socket's buffer.");
        }
        if (leftOut > 0) {
            about.append(" At most ")
                    .append(leftOut)
                    .append(" of the last are missing, as there were too many to be kept.");
        }
        return about.toString();
    }

    /** Ends, if it has not yet. */
    @Override
    public void close() {
        if (!isOver) {
            isOver = true;
            awaitDelivery();
            kernel.transfers().write(stop.second(), kernel.buffer(1), 1);
            awaitThread();
            drops = socket.drops();
            socket.close();
            for (Fd end : List.of(stop.first(), stop.second())) {
                kernel.descriptors().close(end);
            }
        }
    }

    /** Others may send without end, so this has one. */
    private void awaitDelivery() {
        for (int i = 0; i < LOOKS && isUnderWay(); i++) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean isUnderWay() {
        return kernel.inspection().packetsUnderWay().orElse(false);
    }

    /** It ends by itself, and soon: an interrupt is kept for whoever comes next. */
    private void awaitThread() {
        boolean wasInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
