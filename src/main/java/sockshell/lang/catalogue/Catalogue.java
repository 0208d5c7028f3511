package sockshell.lang.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sockshell.lang.Nearest;

/** All calls by name. */
public final class Catalogue {
    private final Map<String, Call> byName = new LinkedHashMap<>();

    public Catalogue() {
        Stream.of(
                        SocketCalls.all(),
                        TransferCalls.all(),
                        MessageCalls.all(),
                        DescriptorCalls.all(),
                        OptionCalls.all(),
                        ReadinessCalls.all(),
                        NameCalls.all(),
                        AddressCalls.all(),
                        ValueCalls.all(),
                        ProcessCalls.all())
                .flatMap(List::stream)
                .forEach(call -> byName.put(call.name(), call));
    }

    public Optional<Call> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** The call that a wrong name was meant to be. */
    public Optional<String> nearest(String wrong) {
        return Nearest.to(wrong, byName.keySet());
    }
}
