package sockshell.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values that tags stand for: {@code <name=value>} in a recorded result captures what stands
 * there now, and {@code <name>} is it later. In quotes nothing is a tag.
 */
public final class Captures {
    private static final Pattern TAG = Pattern.compile("<([A-Za-z_]\\w*)(=[^<>]*)?>");
    private static final String ANYTHING = "_";

    private final Map<String, String> values = new HashMap<>();

    /** A tag of a recorded result, whether a value stands in it, and where it begins. */
    public record Tag(String name, boolean hasValue, int at) {}

    /** A tag of a recorded result, and what stands between it and the next one. */
    private record Piece(String name, String behind) {}

    public Map<String, String> values() {
        return values;
    }

    /**
     * Captures from a result where the recorded one fits it; says whether it does. A tag's value
     * ends where what is behind the tag comes first: nothing is tried twice, as a stranger's tags
     * could make that take for ever.
     */
    public boolean capture(String recorded, String actual) {
        List<Piece> pieces = pieces(recorded);
        Map<String, String> found = new HashMap<>();
        String before = pieces.getFirst().behind();
        int at = actual.startsWith(before) ? before.length() : -1;
        for (int i = 1; i < pieces.size() && at >= 0; i++) {
            at = end(pieces.get(i), actual, at, i == pieces.size() - 1, found);
        }
        boolean fits = at == actual.length();
        if (fits) {
            values.putAll(found);
        }
        return fits;
    }

    /** Where a piece that begins here ends; -1 where it does not fit. */
    private int end(
            Piece piece, String actual, int from, boolean isLast, Map<String, String> found) {
        int behind =
                Optional.ofNullable(values.get(piece.name()))
                        .or(() -> Optional.ofNullable(found.get(piece.name())))
                        .map(known -> actual.startsWith(known, from) ? from + known.length() : -1)
                        .orElseGet(() -> next(piece, actual, from, isLast));
        if (behind < from || !actual.startsWith(piece.behind(), behind)) {
            return -1;
        }
        if (!piece.name().equals(ANYTHING)) {
            found.put(piece.name(), actual.substring(from, behind));
        }
        return behind + piece.behind().length();
    }

    /** Where a value that is not known yet ends: it has no blank, and at least one character. */
    private static int next(Piece piece, String actual, int from, boolean isLast) {
        int behind =
                isLast
                        ? actual.length() - piece.behind().length()
                        : actual.indexOf(piece.behind(), from + 1);
        boolean isWord =
                behind > from
                        && actual.substring(from, behind)
                                .chars()
                                .noneMatch(Character::isWhitespace);
        return isWord ? behind : -1;
    }

    /** The first piece has no tag. */
    private static List<Piece> pieces(String recorded) {
        List<Piece> pieces = new ArrayList<>();
        String name = "";
        int copied = 0;
        for (Found found : found(recorded)) {
            pieces.add(new Piece(name, recorded.substring(copied, found.tag().at())));
            name = found.tag().name();
            copied = found.end();
        }
        pieces.add(new Piece(name, recorded.substring(copied)));
        return pieces;
    }

    /** A recorded result as a person may be told of it, who knows no tags. */
    public static String untagged(String recorded) {
        return pieces(recorded).stream().map(Piece::behind).collect(Collectors.joining("..."));
    }

    private record Found(Tag tag, int end) {}

    /** The tags of a recorded result, in their order. */
    public static List<Tag> tags(String recorded) {
        return found(recorded).stream().map(Found::tag).toList();
    }

    private static List<Found> found(String recorded) {
        List<Found> tags = new ArrayList<>();
        if (recorded.indexOf('<') < 0) {
            return tags;
        }
        Matcher tag = TAG.matcher(recorded);
        for (int at = 0; at < recorded.length(); at++) {
            char first = recorded.charAt(at);
            if (first == '"') {
                at = endOfText(recorded, at);
            } else if (first == '<' && tag.region(at, recorded.length()).lookingAt()) {
                boolean hasValue = tag.start(2) >= 0;
                tags.add(new Found(new Tag(tag.group(1), hasValue, at), tag.end()));
                at = tag.end() - 1;
            }
        }
        return tags;
    }

    /** The quote that closes the one at this place; the last character where none does. */
    private static int endOfText(String recorded, int quote) {
        int at = quote + 1;
        while (at < recorded.length() && recorded.charAt(at) != '"') {
            at += recorded.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
