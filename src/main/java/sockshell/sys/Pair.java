package sockshell.sys;

/** The two descriptors that socketpair(2) and pipe(2) give; of a pipe the first is read from. */
public record Pair(Fd first, Fd second) {}
