package sockshell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.cli.Main.Terminal;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lesson.Examination;
import sockshell.lesson.Grade;
import sockshell.lesson.Library;
import sockshell.lesson.Shelf;
import sockshell.lesson.Skeleton;
import sockshell.lesson.course.ProgressFile;
import sockshell.lesson.page.CourseText;
import sockshell.lesson.reading.LessonReader;
import sockshell.libc.LibcKernel;
import sockshell.render.Glyphs;
import sockshell.render.Sheet;
import sockshell.render.Text;
import sockshell.repl.editor.Home;
import sockshell.sys.Kernel;
import sockshell.transcript.Problem;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.replay.Difference;
import sockshell.transcript.replay.DifferenceText;
import sockshell.transcript.replay.Terms;

/** What is done with lessons without a prompt: listed, proved, judged, begun to be written. */
final class Lessons {
    private static final int WIDTH = 100;

    private final Kernel kernel = new LibcKernel();
    private final Catalogue catalogue = new Catalogue();
    private final Shelf shelf;
    private final Options options;
    private final Terminal terminal;

    Lessons(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        shelf =
                options.file("--lessons")
                        .<Shelf>map(Shelf.Folder::new)
                        .orElseGet(Shelf.Shipped::new);
    }

    int list() throws IOException {
        show(new CourseText(sheet()).list(library().list(new ProgressFile(Home.lessons()).read())));
        terminal.out().println("sockshell lesson NAME begins one, or goes on with it.");
        return ExitCode.WELL.number();
    }

    private Library library() {
        return new Library(List.of(shelf, new Shelf.Shipped()), catalogue, kernel.constants());
    }

    private static Sheet sheet() {
        return new Sheet(WIDTH, Glyphs.UNICODE);
    }

    private void show(List<Text> lines) {
        lines.forEach(line -> terminal.out().println(line));
    }

    /** Whether there is the folder of which was spoken. */
    void look() throws IOException {
        Optional<Path> folder = options.file("--lessons");
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new NoSuchFileException("there is no folder " + folder.get());
        }
    }

    /** Of all lessons, also the course index. */
    int check(List<String> names) throws IOException {
        Examination examination = new Examination(kernel, catalogue, shelf);
        List<Problem> problems = new ArrayList<>();
        int checked = 0;
        for (Shelf.Title title : titles(names)) {
            problems.addAll(examination.of(title));
            checked++;
        }
        if (names.isEmpty()) {
            problems.addAll(examination.index());
        }
        problems.forEach(terminal.out()::println);
        terminal.out()
                .println(counted(checked, "lesson") + ", " + counted(problems.size(), "problem"));
        return (problems.isEmpty() ? ExitCode.WELL : ExitCode.FAILED).number();
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private List<Shelf.Title> titles(List<String> names) throws IOException {
        if (names.isEmpty()) {
            return shelf.titles();
        }
        List<Shelf.Title> titles = new ArrayList<>();
        for (String name : names) {
            titles.add(
                    shelf.find(name)
                            .orElseThrow(() ->
                                    new IllegalArgumentException("there is no lesson " + name)));
        }
        return titles;
    }

    /** Judges a student's recording. */
    int grade(String name, String file) throws IOException {
        Optional<LessonReader.Reading> lesson = library().read(name);
        TranscriptReader.Reading recording = TranscriptReader.read(Path.of(file));
        List<Problem> problems = new ArrayList<>(recording.problems());
        lesson.ifPresent(each -> problems.addAll(each.problems()));
        if (lesson.isEmpty() || !problems.isEmpty()) {
            problems.forEach(terminal.err()::println);
            return lesson.isEmpty()
                    ? Main.refuse("there is no lesson " + Main.onOneLine(name), terminal)
                    : ExitCode.UNUSABLE.number();
        }
        Path folder = Optional.ofNullable(Path.of(file).toAbsolutePath().getParent()).orElseThrow();
        Grade.Report report =
                new Grade(kernel, catalogue)
                        .of(lesson.get().lesson(), recording.transcript(), Terms.in(folder));
        show(new CourseText(sheet()).grade(report));
        report.difference().ifPresent(each -> differs(file, each));
        return (report.isPassed() ? ExitCode.WELL : ExitCode.FAILED).number();
    }

    private void differs(String file, Difference difference) {
        terminal.out()
                .println("Run again it differs here; each step is judged by what happened now:");
        new DifferenceText(catalogue).of(file, difference).forEach(terminal.out()::println);
    }

    /** Numbered behind the others of its folder, so that it can be checked at once. */
    int begin(String name) throws IOException {
        Path folder = options.file("--lessons").orElse(Path.of(""));
        int last =
                new Shelf.Folder(folder.toAbsolutePath())
                        .titles().stream()
                                .mapToInt(title -> Integer.parseInt(title.number()))
                                .max()
                                .orElse(0);
        Path file = folder.resolve("%02d-%s.md".formatted(last + 1, name));
        Files.writeString(file, Skeleton.of(name), StandardOpenOption.CREATE_NEW);
        terminal.out().println(file);
        return ExitCode.WELL.number();
    }
}
