package sockshell.lang;

import java.util.List;
import java.util.Map;
import sockshell.sys.Bytes;
import sockshell.sys.SockAddr;

/** What a variable can hold. */
public sealed interface Value {

    /** A whole number; a descriptor is one as well, as in C. */
    record Whole(long number) implements Value {
        private static final int KEPT = 1024;
        private static final Whole[] SMALL = new Whole[KEPT];

        static {
            for (int i = 0; i < KEPT; i++) {
                SMALL[i] = new Whole(i);
            }
        }

        /** The small ones are made once: most calls return one of them. */
        public static Whole of(long number) {
            return number >= 0 && number < KEPT ? SMALL[(int) number] : new Whole(number);
        }
    }

    /** A fraction of a second. */
    record Fraction(double number) implements Value {}

    /** Text or data: in C there is no difference, and here neither. */
    record Text(Bytes bytes) implements Value {
        public static Text of(String text) {
            return new Text(Bytes.of(text));
        }
    }

    /** True and False, which count as 1 and 0. */
    enum Truth implements Value {
        TRUE,
        FALSE;

        public static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** None: nothing to hold. */
    enum Nothing implements Value {
        NONE
    }

    record Address(SockAddr address) implements Value {}

    /** Several values: a list, or a tuple, which is written in parentheses. */
    record Items(List<Value> members, boolean tuple) implements Value {
        public Items {
            members = List.copyOf(members);
        }
    }

    /** The fields of a C structure by name, in order. */
    record Structure(Map<String, Value> fields) implements Value {}

    /** What sort of value it is, in a person's words. */
    default String kind() {
        return switch (this) {
            case Whole _ -> "a number";
            case Fraction _ -> "a fraction";
            case Text _ -> "text";
            case Truth _ -> "True or False";
            case Nothing _ -> "None";
            case Address _ -> "an address";
            case Items(_, boolean tuple) -> tuple ? "a pair or more" : "a list";
            case Structure _ -> "a structure";
        };
    }
}
