package sockshell.libc;

/** How much memory an argument may ask for; C would get it from malloc, and fail there as well. */
final class Sizes {
    private static final int MOST = 16 << 20;

    private Sizes() {}

    static int checked(String argument, long size) {
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException(
                    argument + ": " + size + " is not within 0 to " + MOST + " (16 MiB)");
        }
        return (int) size;
    }
}
