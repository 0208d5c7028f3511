package sockshell.libc.platform;

import java.util.Map;
import sockshell.sys.Constants;
import sockshell.sys.Struct;

/** All that differs between operating systems, in one place each: see {@link Linux}. */
public record Platform(
        String system, Constants constants, Map<String, Struct> structs, Failures failures) {

    Platform(String system, Constants constants, Map<String, Struct> structs) {
        this(system, constants, structs, new Failures(constants));
    }

    /** The one that the program runs on. */
    public static Platform here() {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        if (system.equals("Linux") && (machine.equals("x86_64") || machine.equals("aarch64"))) {
            return Linux.on(machine);
        }
        if (system.equals("Mac OS X")) {
            return Mac.table();
        }
        throw new UnsupportedOperationException(
                "SockShell knows Linux on x86-64 and aarch64, and macOS; this is "
                        + system
                        + " on "
                        + machine);
    }

    /** A structure that the program itself relies on. */
    public Struct struct(String name) {
        Struct struct = structs.get(name);
        if (struct == null) {
            throw new UnsupportedOperationException(system + " has no struct " + name);
        }
        return struct;
    }
}
