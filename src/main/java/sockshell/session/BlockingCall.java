package sockshell.session;

import java.util.function.BooleanSupplier;

/** A call that may sleep: what it is called, and whether the kernel could let it go on now. */
record BlockingCall(String name, BooleanSupplier canGoOn) {}
