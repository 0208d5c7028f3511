package sockshell.session;

/** One step of a program; it leaves the frame where the next one begins. */
@FunctionalInterface
interface Step {
    void run(SockProcess process, Frame frame);
}
