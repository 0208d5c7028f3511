package sockshell.lang.catalogue;

import java.util.Optional;
import sockshell.sys.Bytes;

/** The process that makes a call, as far as a call may steer it. */
public interface Caller {
    /** The last failure's number, errno(3); success leaves it as it is. */
    int errno();

    /** Makes a child that goes on from here with 0; what it gives is the child's number. */
    Outcome fork();

    /** Ends the process and closes all that it has. */
    void exit();

    /** Shows a line of text. */
    void print(Bytes text);

    /** A line that the person types, after a question; empty where there is none to come. */
    Optional<String> input(String question);
}
