package sockshell.libc.platform;

import sockshell.sys.Struct;

/**
 * The requests of ioctl(2) that ask a terminal and change it, and the kernel's own {@code struct
 * termios}, which is shorter than the C library's. One function for all of them is one handle to be
 * made at the start.
 */
public record TtyTable(long modes, long change, long window, Struct termios, Struct winsize) {
    private static final String WINSIZE =
            """
            struct winsize { u16 ws_row; u16 ws_col; u16 ws_xpixel; u16 ws_ypixel; };
            """;

    /* asm-generic/termbits.h and asm-generic/ioctls.h */
    private static final String LINUX =
            """
            struct termios { u32 c_iflag; u32 c_oflag; u32 c_cflag; u32 c_lflag; u8 c_line;
                u8 c_cc[19]; };
            """;

    /* sys/termios.h and sys/ttycom.h */
    private static final String MAC =
            """
            struct termios { u64 c_iflag; u64 c_oflag; u64 c_cflag; u64 c_lflag; u8 c_cc[20];
                u64 c_ispeed; u64 c_ospeed; };
            """;

    /** Of this system. */
    public static TtyTable of(Platform platform) {
        return platform.system().equals("linux")
                ? table(0x5401, 0x5402, 0x5413, LINUX)
                : table(0x40487413L, 0x80487414L, 0x40087468L, MAC);
    }

    private static TtyTable table(long modes, long change, long window, String termios) {
        return new TtyTable(modes, change, window, only(termios), only(WINSIZE));
    }

    private static Struct only(String declaration) {
        return Tables.structs(declaration).values().iterator().next();
    }
}
