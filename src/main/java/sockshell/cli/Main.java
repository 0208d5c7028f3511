package sockshell.cli;

/** The way in. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("SockShell " + Main.class.getPackage().getImplementationVersion());
    }
}
