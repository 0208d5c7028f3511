package sockshell.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that tags stand for: {@code <name=value>} in a recorded result captures what stands
 * there now, and {@code <name>} is it later. In quotes nothing is a tag.
 */
public final class Captures {
    private static final Pattern TAG =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|<([A-Za-z_]\\w*)(=[^<>]*)?>");

    private final Map<String, String> values = new HashMap<>();

    public Map<String, String> values() {
        return values;
    }

    /** Captures from a result where the recorded one fits it; says whether it does. */
    public boolean capture(String recorded, String actual) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern(recorded, names).matcher(actual);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1));
        }
        return true;
    }

    /** What the recorded result allows; the names are those of its groups. */
    private Pattern pattern(String recorded, List<String> names) {
        StringBuilder regex = new StringBuilder();
        Matcher tag = TAG.matcher(recorded);
        int copied = 0;
        while (tag.find()) {
            String name = tag.group(1);
            if (name != null) {
                regex.append(Pattern.quote(recorded.substring(copied, tag.start())));
                regex.append(allowed(name, names));
                copied = tag.end();
            }
        }
        return Pattern.compile(regex + Pattern.quote(recorded.substring(copied)));
    }

    private String allowed(String name, List<String> names) {
        if (name.equals("_")) {
            return "\\S+?";
        }
        if (values.containsKey(name)) {
            return Pattern.quote(values.getOrDefault(name, ""));
        }
        if (names.contains(name)) {
            return "\\" + (names.indexOf(name) + 1);
        }
        names.add(name);
        return "(\\S+?)";
    }
}
