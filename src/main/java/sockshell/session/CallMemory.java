package sockshell.session;

import sockshell.sys.Buffer;
import sockshell.sys.Kernel;

/** Memory that a process's calls use one after the other. */
final class CallMemory {
    private static final int SMALLEST = 4096;

    private final Kernel kernel;
    private Buffer receiving;
    private Buffer sending;

    CallMemory(Kernel kernel) {
        this.kernel = kernel;
        receiving = kernel.nowhere();
        sending = kernel.nowhere();
    }

    /** At least so many bytes, for a call to write to. */
    Buffer forReceiving(int size) {
        receiving = enough(receiving, size);
        return receiving;
    }

    /** At least so many bytes, for a call to read from. */
    Buffer forSending(int size) {
        sending = enough(sending, size);
        return sending;
    }

    private Buffer enough(Buffer present, int size) {
        return present.size() > 0 && present.size() >= size
                ? present
                : kernel.buffer(Math.max(size, SMALLEST));
    }
}
