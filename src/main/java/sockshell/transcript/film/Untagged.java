package sockshell.transcript.film;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sockshell.lang.Tags;

/** Lines as they were seen when they were recorded: what the tags say stands in their place. */
final class Untagged {
    private static final Pattern QUOTED_OR_TAG =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|<([A-Za-z_]\\w*)(?:=([^<>]*))?>");

    private final Map<String, String> values = new HashMap<>();

    /** A result; its values are those of the statements that follow. */
    String result(String recorded) {
        return QUOTED_OR_TAG
                .matcher(recorded)
                .replaceAll(found -> Matcher.quoteReplacement(seen(found.group(), found)));
    }

    private String seen(String whole, MatchResult found) {
        Optional<String> name = Optional.ofNullable(found.group(1));
        Optional<String> value = Optional.ofNullable(found.group(2));
        name.ifPresent(known -> value.ifPresent(what -> values.put(known, what)));
        return value.or(() -> name.map(values::get)).orElse(whole);
    }

    String statement(String written) {
        return Tags.filled(written, values);
    }
}
