package sockshell.sys;

/** A descriptor as the kernel counts it; any number goes, so that the kernel can say EBADF. */
public record Fd(int number) {
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
