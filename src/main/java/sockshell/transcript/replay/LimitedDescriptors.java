package sockshell.transcript.replay;

import sockshell.sys.Bytes;
import sockshell.sys.Descriptors;
import sockshell.sys.Fd;
import sockshell.sys.Pair;
import sockshell.sys.Result;

/** What every descriptor can do, within limits; files to be read are looked for in two folders. */
final class LimitedDescriptors implements Descriptors {
    private final Descriptors below;
    private final Limits limits;
    private final Scratch scratch;
    private final int creates;

    LimitedDescriptors(Descriptors below, Limits limits, Scratch scratch, int creates) {
        this.below = below;
        this.limits = limits;
        this.scratch = scratch;
        this.creates = creates;
    }

    @Override
    public Result<Fd> open(String path, int flags, int mode) {
        String found = (flags & creates) == 0 ? scratch.readable(path) : path;
        limits.open(found, flags);
        return below.open(found, flags, mode);
    }

    @Override
    public Result<Integer> unlink(String path) {
        limits.unlink(path);
        return below.unlink(path);
    }

    @Override
    public Result<Integer> fcntl(Fd fd, int command, int argument) {
        limits.fcntl(command);
        return below.fcntl(fd, command, argument);
    }

    @Override
    public Result<Ioctl> ioctl(Fd fd, long request, Bytes argument) {
        limits.ioctl(request);
        return below.ioctl(fd, request, argument);
    }

    @Override
    public Result<Integer> close(Fd fd) {
        return below.close(fd);
    }

    @Override
    public Result<Fd> dup(Fd fd) {
        return below.dup(fd);
    }

    @Override
    public Result<Fd> dup2(Fd fd, Fd onto) {
        return below.dup2(fd, onto);
    }

    @Override
    public Result<Pair> pipe() {
        return below.pipe();
    }

    @Override
    public Result<Long> limit() {
        return below.limit();
    }
}
