package sockshell.render.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sockshell.render.ladder.Description.Place;
import sockshell.session.told.Survey.Held;

/** Which process has what behind which number, followed from call to call. */
final class Holdings {
    private final Map<String, Map<Integer, Description>> tables = new HashMap<>();
    private final Map<String, Description> byIdentity = new HashMap<>();

    private Map<Integer, Description> table(String process) {
        return tables.computeIfAbsent(process, _ -> new TreeMap<>());
    }

    Optional<Description> find(String process, long descriptor) {
        return Optional.ofNullable(table(process).get((int) descriptor));
    }

    void put(String process, int descriptor, Description what) {
        what.take(new Place(process, descriptor));
        table(process).put(descriptor, what);
    }

    /** A number is free again; present with what nobody holds any more by that. */
    Optional<Description> drop(String process, int descriptor) {
        return Optional.ofNullable(table(process).remove(descriptor))
                .filter(what -> what.drop(new Place(process, descriptor)));
    }

    void fork(String parent, String child) {
        Map.copyOf(table(parent)).forEach((number, what) -> put(child, number, what));
    }

    List<Integer> numbers(String process) {
        return List.copyOf(table(process).keySet());
    }

    /**
     * What was looked at. A pipe has one identity for both its ends, pipe(7), so that of a pipe
     * tells nothing.
     */
    Description seen(Held held) {
        Optional<String> socket = held.identity().filter(name -> name.startsWith("socket"));
        Optional<Description> known = find(held.process(), held.descriptor());
        Description what =
                known.or(() -> socket.map(byIdentity::get)).orElseGet(() -> new Description(false));
        if (known.isEmpty()) {
            put(held.process(), held.descriptor(), what);
        }
        socket.ifPresent(name -> byIdentity.put(name, what));
        held.view().ifPresent(what::see);
        return what;
    }
}
