package sockshell.session;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Kernel;

/** Looks at all that the processes have. Only while nobody runs it is of one moment. */
final class Surveyor {
    private final Kernel kernel;
    private final Supplier<Collection<SockProcess>> processes;
    private final Ports ports = new Ports();

    Surveyor(Kernel kernel, Supplier<Collection<SockProcess>> processes) {
        this.kernel = kernel;
        this.processes = processes;
    }

    Survey all() {
        List<Held> held = held();
        return new Survey(held, ports.unheld(kernel, held));
    }

    Survey ofHeld() {
        return new Survey(held(), List.of());
    }

    private List<Held> held() {
        return processes.get().stream().flatMap(process -> process.held().stream()).toList();
    }
}
