package sockshell.session;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines that are almost right, and others that never were; the same ones for the same seed. */
final class Mutations {
    private static final List<String> ODD =
            Stream.of(
                            "\0 \u0001 \u001b[31m \u007f \u0085 \u2028 \u00e9 \ud83d\ude00",
                            "\ud83d \ude00 \uffff \" ' ( ) [ ] { } < > <p> <p=1> $ $1 $0 # ; = ==",
                            ", . .. : :: / // @ \\ \\x \\x4 | & ^ ~ % * ** - -- + << >> != ! ?",
                            "0x 0b 0o7 1e9 1.5 .5 1. 1.2.3.4 999.1.1.1 9223372036854775807",
                            "9223372036854775808 -9223372036854775808 99999999999999999999999",
                            "2147483648 4294967296 -1 0 65536 1e400 0.1e-400 127.0.0.1:80 [::1]:80",
                            "x\"00\" x\"0\" b\"a\" \"a\\n\" /tmp/a @a *:0 None True errno not",
                            "and or if else { repeat fork break from import while x .recv( accept",
                            "\r \n \t \r\n  ")
                    .flatMap(words -> Stream.of(words.split(" ", -1)))
                    .map(word -> word.isEmpty() ? " " : word)
                    .toList();

    private final Random random;
    private final List<String> corpus;

    Mutations(long seed, List<String> corpus) {
        random = new Random(seed);
        this.corpus = corpus;
    }

    /** A line of the corpus, changed in a few places, or words of no sense. */
    String next() {
        if (random.nextInt(10) == 0) {
            return soup();
        }
        StringBuilder line = new StringBuilder(any(corpus));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            change(line);
        }
        return line.toString();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String soup() {
        return random.ints(1 + random.nextInt(12), 0, 3)
                .mapToObj(kind -> kind == 0 ? any(ODD) : part(any(corpus)))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private String part(String line) {
        int from = random.nextInt(line.length());
        return line.substring(from, Math.min(line.length(), from + 1 + random.nextInt(8)));
    }

    private void change(StringBuilder line) {
        int at = random.nextInt(line.length() + 1);
        int to = Math.min(line.length(), at + 1 + random.nextInt(5));
        switch (random.nextInt(6)) {
            case 0 -> line.delete(at, to);
            case 1 -> line.insert(at, line.substring(at, to));
            case 2 -> line.replace(at, to, line.substring(at, to) + any(ODD));
            case 3 -> line.insert(at, (char) random.nextInt(1 + random.nextInt(0x10000)));
            case 4 ->
                    line.replace(at, to, new StringBuilder(line.substring(at, to)).reverse() + "");
            default -> line.insert(at, part(any(corpus)));
        }
    }
}
