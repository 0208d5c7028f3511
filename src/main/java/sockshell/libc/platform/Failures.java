package sockshell.libc.platform;

import java.util.HashMap;
import java.util.Map;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;
import sockshell.sys.Constants.Kind;
import sockshell.sys.Errno;
import sockshell.sys.Result;

/** Numbers of failures and the results that say them; each result is made once. */
public final class Failures {
    private final Map<Integer, Result.Err<?>> byErrno;
    private final Map<Integer, Result.Err<?>> byLookupError;
    private final Map<Integer, Result.Err<?>> byHostError;
    private final int systemError;

    public Failures(Constants constants) {
        byErrno = failures(constants, Kind.ERRNO);
        byLookupError = failures(constants, Kind.LOOKUP_ERROR);
        byHostError = failures(constants, Kind.HOST_ERROR);
        systemError = constants.number("EAI_SYSTEM");
    }

    public <T> Result<T> errno(int number) {
        return known(byErrno, number, "errno ");
    }

    /** Of getaddrinfo(3) and getnameinfo(3): EAI_SYSTEM means that errno knows more. */
    public <T> Result<T> lookup(int number, int errno) {
        return number == systemError ? errno(errno) : known(byLookupError, number, "EAI ");
    }

    /** Of gethostbyname(3), by h_errno. */
    public <T> Result<T> host(int number) {
        return known(byHostError, number, "h_errno ");
    }

    /** The first name of the table counts: EAGAIN, not EWOULDBLOCK. */
    private static Map<Integer, Result.Err<?>> failures(Constants constants, Kind kind) {
        Map<Integer, Result.Err<?>> failures = new HashMap<>();
        for (Constant constant : constants.of(kind)) {
            int number = (int) constant.value();
            failures.putIfAbsent(number, new Result.Err<>(new Errno(constant.name(), number)));
        }
        return failures;
    }

    @SuppressWarnings("unchecked") // a failure holds no T
    private static <T> Result<T> known(
            Map<Integer, Result.Err<?>> failures, int number, String family) {
        Result.Err<?> known = failures.get(number);
        return known != null
                ? (Result<T>) known
                : new Result.Err<>(new Errno(family + number, number));
    }
}
