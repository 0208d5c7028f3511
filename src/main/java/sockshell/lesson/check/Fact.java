package sockshell.lesson.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a check can ask: the whole vocabulary. */
public enum Fact {
    STATE("the state of %s", true, Sort.SOCKET),
    FAMILY("the family of %s", false, Sort.SOCKET),
    TYPE("the type of %s", false, Sort.SOCKET),
    DESCRIPTOR("the number of %s", false, Sort.SOCKET),
    OPEN("whether %s is open", false, Sort.SOCKET),
    LOCAL("the address of %s", false, Sort.SOCKET, "port", "host"),
    PEER("the peer of %s", false, Sort.SOCKET, "port", "host"),
    QUEUE("the accept queue of %s", false, Sort.SOCKET, "length", "limit"),
    BUFFER("the number of bytes that wait in %s", false, Sort.SOCKET),
    UNSENT("the number of unsent bytes of %s", false, Sort.SOCKET),
    IDENTITY("the socket behind %s", true, Sort.SOCKET),
    RECEIVED("what %s has received", false, Sort.SOCKET),
    SENT("what %s has sent", false, Sort.SOCKET),
    OPTION("%2$s of %1$s", false, Sort.SOCKET, Sort.CONSTANT),
    RETURNED("what %2$s(%1$s) gave last", false, Sort.SOCKET, Sort.CALL),
    FAILED("the errno of %2$s in %1$s", true, Sort.PROCESS, Sort.CALL),
    ERRNO("errno in %s", true, Sort.PROCESS),
    CALLED("how often %s called %s", false, Sort.PROCESS, Sort.CALL),
    BLOCKED("the call that %s is blocked in", true, Sort.PROCESS),
    PRINTED("what %s printed last", false, Sort.PROCESS),
    VALUE("the value of %s", false, Sort.VARIABLE);

    /** What stands between the parentheses. */
    enum Sort {
        SOCKET("a socket, such as srv.l"),
        VARIABLE("a variable, such as srv.m"),
        PROCESS("a process, such as srv"),
        CALL("a call, such as listen"),
        CONSTANT("a constant, such as SO_REUSEADDR");

        private final String expected;

        Sort(String expected) {
            this.expected = expected;
        }

        String expected() {
            return expected;
        }
    }

    private final String noun;
    private final boolean isWord;

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change what List.of gives
    private final List<Sort> sorts;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final List<String> fields;

    Fact(String noun, boolean isWord, Sort sort, String... fields) {
        this.noun = noun;
        this.isWord = isWord;
        sorts = List.of(sort);
        this.fields = List.of(fields);
    }

    Fact(String noun, boolean isWord, Sort first, Sort second) {
        this.noun = noun;
        this.isWord = isWord;
        sorts = List.of(first, second);
        fields = List.of();
    }

    static Optional<Fact> of(String written) {
        return Arrays.stream(values()).filter(each -> each.written().equals(written)).findFirst();
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Fact::written).toList();
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called in a sentence; the arguments are written into it. */
    String noun() {
        return noun;
    }

    /** Whether it gives a word, {@code LISTEN}, and no value of the language. */
    boolean isWord() {
        return isWord;
    }

    /** Whether it is all that went through a socket so far. */
    boolean isStream() {
        return this == RECEIVED || this == SENT;
    }

    /** Whether it is what comes of calls, and not what was asked for in them. */
    boolean isOutcome() {
        return switch (this) {
            case FAMILY, TYPE, OPTION, CALLED, DESCRIPTOR -> false;
            case STATE, OPEN, LOCAL, PEER, QUEUE, BUFFER, UNSENT, IDENTITY -> true;
            case RECEIVED, SENT, RETURNED, FAILED, ERRNO, BLOCKED, PRINTED, VALUE -> true;
        };
    }

    /** Whether a socket has it from the start, and never another. */
    boolean isInborn() {
        return this == FAMILY || this == TYPE;
    }

    List<Sort> sorts() {
        return sorts;
    }

    List<String> fields() {
        return fields;
    }
}
