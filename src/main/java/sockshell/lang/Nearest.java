package sockshell.lang;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The right word that a wrong one was probably meant to be. */
public final class Nearest {
    /* No word of the language is as long, and to compare very long ones takes very long. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * Empty where nothing is near: of each three letters one may differ, swapped ones count once.
     */
    public static Optional<String> to(String wrong, Collection<String> right) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        int most = wrong.length() < 3 ? 0 : wrong.length() / 3;
        return right.stream()
                .filter(word -> Math.abs(word.length() - wrong.length()) <= most)
                .filter(word -> distance(wrong, word) <= most)
                .min(
                        Comparator.comparingInt((String word) -> distance(wrong, word))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Damerau's and Levenshtein's: letters changed, missing, too many or swapped. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = letter(one, i) == letter(other, j);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                if (isSwapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean isSwapped(String one, int i, String other, int j) {
        return i > 1
                && j > 1
                && letter(one, i) == letter(other, j - 1)
                && letter(one, i - 1) == letter(other, j);
    }

    private static char letter(String word, int place) {
        return Character.toLowerCase(word.charAt(place - 1));
    }
}
