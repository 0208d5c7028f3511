package sockshell.transcript.program.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sockshell.lang.catalogue.Call;
import sockshell.sys.Bytes;

/** What has a value, with its type, and without any call that could fail or wait. */
public sealed interface Term {
    Type type();

    record Whole(long value) implements Term {
        @Override
        public Type type() {
            return Type.NUMBER;
        }
    }

    record Fraction(double value) implements Term {
        @Override
        public Type type() {
            return Type.FRACTION;
        }
    }

    record Text(Bytes bytes) implements Term {
        public static Text of(String text) {
            return new Text(Bytes.of(text));
        }

        @Override
        public Type type() {
            return Type.DATA;
        }
    }

    record Truth(boolean value) implements Term {
        @Override
        public Type type() {
            return Type.NUMBER;
        }
    }

    record None() implements Term {
        @Override
        public Type type() {
            return Type.NONE;
        }
    }

    /** A name of C's headers; the shape is the C type of an option. */
    record Constant(String name, long value, String shape) implements Term {
        @Override
        public Type type() {
            return Type.NUMBER;
        }
    }

    record Errno() implements Term {
        @Override
        public Type type() {
            return Type.NUMBER;
        }
    }

    record Use(Variable variable) implements Term {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    record Unary(String sign, Term operand) implements Term {
        @Override
        public Type type() {
            return sign.equals("not") ? Type.NUMBER : operand.type();
        }
    }

    record Binary(String sign, Term left, Term right) implements Term {
        @Override
        public Type type() {
            return switch (sign) {
                case "+", "-", "*" ->
                        left.type() == Type.NUMBER && right.type() == Type.FRACTION
                                ? Type.FRACTION
                                : left.type().isDescriptor() ? Type.NUMBER : left.type();
                case "and", "or" -> left.type() == right.type() ? left.type() : Type.NUMBER;
                default -> Type.NUMBER;
            };
        }
    }

    /** A call that only works on values: upper, htons. */
    record Apply(Call call, Map<String, Term> arguments, Type type) implements Term {
        public Term get(String parameter) {
            return arguments.getOrDefault(parameter, new None());
        }
    }

    record Index(Term of, Term at, Type type) implements Term {}

    record Slice(Term of, Optional<Term> from, Optional<Term> to) implements Term {
        @Override
        public Type type() {
            return of.type();
        }
    }

    record Items(List<Term> members, boolean tuple) implements Term {
        public Items {
            members = List.copyOf(members);
        }

        /** A host and a port in brackets are an address, as everywhere in the language. */
        @Override
        public Type type() {
            boolean isAddress =
                    tuple
                            && members.size() > 1
                            && members.getFirst().type() == Type.DATA
                            && members.get(1).type() == Type.NUMBER;
            return isAddress ? Type.ADDRESS : Type.LIST;
        }
    }

    record Fields(Map<String, Term> fields) implements Term {
        @Override
        public Type type() {
            return Type.FIELDS;
        }
    }
}
