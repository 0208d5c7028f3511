package sockshell.transcript.program.step;

import sockshell.lang.catalogue.Kind;

/** What a variable is, known before the program runs: other languages want it declared. */
public enum Type {
    NUMBER,
    FRACTION,
    DATA,
    ADDRESS,
    SOCKET,
    /** a descriptor of a file or a pipe */
    FILE,
    EPOLL,
    LIST,
    FIELDS,
    NONE;

    public boolean isDescriptor() {
        return this == SOCKET || this == FILE || this == EPOLL;
    }

    public boolean isNumber() {
        return this == NUMBER || isDescriptor();
    }

    /** Whether it can stand for such a parameter: the checker has seen the statement before. */
    public boolean fits(Kind kind) {
        return switch (kind) {
            case DATA, TEXT -> this == DATA;
            case DESCRIPTORS, POLL_LIST, LIST -> this == LIST;
            case ADDRESS -> this == ADDRESS || this == DATA || this == LIST;
            case SECONDS -> isNumber() || this == FRACTION;
            case TIMEOUT -> isNumber() || this == FRACTION || this == NONE;
            case OFFSET -> isNumber() || this == NONE;
            case CONTROL -> this == FIELDS;
            case IN_ADDR -> isNumber() || this == DATA;
            case HOST -> this == DATA || this == NONE;
            case SERVICE -> isNumber() || this == DATA || this == NONE;
            case OPTION_VALUE, ANY -> true;
            default -> isNumber();
        };
    }
}
