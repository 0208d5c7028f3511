package sockshell.render.strace;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Outcome;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** A call that was made, as its arguments are asked about. */
record StraceCall(String name, List<Value> arguments, Outcome outcome) {

    Optional<Long> whole(int argument) {
        return argument < arguments.size()
                ? Operators.whole(arguments.get(argument))
                : Optional.empty();
    }

    long number(int argument) {
        return whole(argument).orElse(0L).intValue();
    }

    Bytes bytes(int argument) {
        return arguments.get(argument) instanceof Value.Text(Bytes bytes) ? bytes : Bytes.EMPTY;
    }

    Optional<SockAddr> address() {
        return arguments.stream()
                .filter(Value.Address.class::isInstance)
                .map(value -> ((Value.Address) value).address())
                .findFirst();
    }
}
