package sockshell.repl.typing;

import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Catalogue;
import sockshell.sys.Constants;

/** All that can be written: calls, constants and the shell's commands. */
public record Language(Catalogue catalogue, Constants constants, List<Command> commands) {
    public Language {
        commands = List.copyOf(commands);
    }

    /** A command by its name or by the beginning of it, if no other begins so. */
    Optional<Command> command(String name) {
        List<Command> found =
                commands.stream().filter(command -> command.name().startsWith(name)).toList();
        return found.size() == 1
                ? Optional.of(found.getFirst())
                : found.stream().filter(command -> command.name().equals(name)).findFirst();
    }
}
