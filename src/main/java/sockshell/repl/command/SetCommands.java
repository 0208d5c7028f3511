package sockshell.repl.command;

import static sockshell.repl.typing.Command.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import sockshell.lang.Nearest;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.feedback.Level;
import sockshell.repl.command.Command.Group;
import sockshell.repl.desk.Desk;
import sockshell.repl.desk.Settings;
import sockshell.repl.editor.Home;

/**
 * /set: what can be chosen, and how it is kept. What is kept are lines of /set in a file of the
 * person's, which every session begins with.
 */
final class SetCommands {
    private static final String RETAIN = "-retain";

    private final Desk desk;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** Something to choose, in words, with what it takes. */
    private record Setting(
            String takes,
            Predicate<String> fits,
            java.util.function.Supplier<String> now,
            java.util.function.Consumer<String> choose) {}

    SetCommands(Desk desk) {
        this.desk = desk;
        Settings chosen = desk.settings();
        settings.put(
                "feedback",
                new Setting(
                        "verbose, normal, concise or silent",
                        text -> Level.named(text).isPresent(),
                        () -> chosen.feedback().word(),
                        text -> Level.named(text).ifPresent(chosen::feedback)));
        settings.put(
                "prompt",
                new Setting(
                        "text, in which %p is the process",
                        text -> !text.isEmpty(),
                        () -> "\"" + chosen.prompt() + "\"",
                        text -> chosen.prompt(unquoted(text))));
        settings.put(
                "colour",
                new Setting(
                        "on, off or auto",
                        text -> text.matches("on|off|auto"),
                        chosen::colour,
                        chosen::colour));
        settings.put(
                "keys",
                new Setting(
                        "emacs or vi",
                        text -> text.matches("emacs|vi"),
                        chosen::keys,
                        chosen::keys));
        settings.put(
                "editor",
                new Setting(
                        "a command, or -default for $VISUAL or $EDITOR",
                        text -> !text.isEmpty(),
                        chosen::editorCommand,
                        text -> chosen.editor(unless("-default", text))));
        settings.put(
                "start",
                new Setting(
                        "a file of lines to begin with, or -none",
                        text -> !text.isEmpty(),
                        () -> chosen.start().orElse("-none"),
                        text -> chosen.start(unless("-none", text))));
    }

    private static Optional<String> unless(String nothing, String text) {
        return text.equals(nothing) ? Optional.empty() : Optional.of(text);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    List<Command> all() {
        return List.of(
                Command.of(
                        Group.SHELL,
                        "set [WHAT [VALUE] [-retain]]",
                        "feedback, prompt, colour, keys, editor, start",
                        words(settings.keySet().toArray(String[]::new)),
                        this::set));
    }

    private void set(String argument) {
        boolean isKept = argument.equals(RETAIN) || argument.endsWith(" " + RETAIN);
        String[] words =
                (isKept ? argument.substring(0, argument.length() - RETAIN.length()) : argument)
                        .strip()
                        .split("\\s+", 2);
        if (words[0].isEmpty()) {
            settings.forEach(this::show);
            return;
        }
        List<String> names =
                settings.keySet().stream().filter(n -> n.startsWith(words[0])).toList();
        if (names.size() != 1) {
            desk.remark(unknown(words[0]));
            return;
        }
        one(names.getFirst(), words.length > 1 ? words[1] : "", isKept);
    }

    private void one(String name, String value, boolean isKept) {
        Setting setting = settings.getOrDefault(name, settings.values().iterator().next());
        if (!value.isEmpty()) {
            if (!setting.fits().test(value)) {
                desk.remark("/set " + name + " takes " + setting.takes() + ".");
                return;
            }
            setting.choose().accept(value);
            desk.settingsChanged();
        }
        if (value.isEmpty() && !isKept) {
            show(name, setting);
        }
        if (isKept) {
            keep(name, setting);
        }
    }

    private void show(String name, Setting setting) {
        desk.say(
                Text.of("|  /set ")
                        .plus(Style.NAME, name)
                        .plus(" ")
                        .plus(Style.VALUE, setting.now().get())
                        .plus(Style.FAINT, "   " + setting.takes()));
    }

    private String unknown(String word) {
        return "There is nothing named "
                + word
                + " to set"
                + Nearest.to(word, settings.keySet()).map(near -> "; " + near + "?").orElse(".")
                + " /set alone shows all.";
    }

    /** One line for each setting: the new one takes the place of an earlier one. */
    private void keep(String name, Setting setting) {
        Path file = Home.settings();
        String beginning = "/set " + name + " ";
        try {
            List<String> lines = new ArrayList<>();
            if (Files.exists(file)) {
                lines.addAll(Files.readAllLines(file));
            }
            lines.removeIf(line -> line.startsWith(beginning));
            lines.add(beginning + setting.now().get());
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
            desk.remark("Kept for later sessions.");
        } catch (IOException e) {
            desk.remark("Cannot keep it in " + file + ": " + Home.reason(e));
        }
    }
}
