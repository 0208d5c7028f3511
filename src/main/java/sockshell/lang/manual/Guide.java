package sockshell.lang.manual;

import java.util.List;
import java.util.Map;

/**
 * What a person wants to know of a call besides the catalogue's entry: C's prototype, each argument
 * by its name, a small session that runs, and what fits after it.
 */
public record Guide(
        String call,
        List<String> prototype,
        Map<String, String> arguments,
        List<String> example,
        List<Next> next) {

    /** What can be typed next where all the facts hold; names stand in braces. */
    public record Next(List<String> when, String what, String why) {
        public Next {
            when = List.copyOf(when);
        }
    }

    public Guide {
        prototype = List.copyOf(prototype);
        arguments = Map.copyOf(arguments);
        example = List.copyOf(example);
        next = List.copyOf(next);
    }
}
