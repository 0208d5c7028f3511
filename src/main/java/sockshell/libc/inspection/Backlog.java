package sockshell.libc.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The packets that wait in front of each processor to be delivered: /proc/net/softnet_stat has a
 * line for each, and its twelfth number is how many (net/core/net-procfs.c). What is sent over the
 * loopback passes there, and usually has passed when the call that sent it returns.
 */
final class Backlog {
    private static final Path STATISTICS = Path.of("/proc/net/softnet_stat");
    private static final int WAITING = 11;

    private Backlog() {}

    static Optional<Boolean> isWaiting() {
        try {
            return Optional.of(Files.readAllLines(STATISTICS).stream().anyMatch(Backlog::waits));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static boolean waits(String processor) {
        List<String> numbers = List.of(processor.strip().split(" +", -1));
        return numbers.size() > WAITING && Integer.parseUnsignedInt(numbers.get(WAITING), 16) > 0;
    }
}
