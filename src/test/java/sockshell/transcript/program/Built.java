package sockshell.transcript.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import sockshell.Tools;
import sockshell.lang.catalogue.Call.Language;

/** Programs in a folder, compiled with all warnings as errors, and how to start them. */
record Built(Path folder) {
    private static final List<String> C =
            List.of("gcc", "-Wall", "-Wextra", "-Werror", "-O1", "-o");
    private static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                    "--release",
                    "17",
                    "-Xlint:all",
                    "-Werror",
                    "-d");

    /** Java's are compiled together, as the compiler is slow to start. */
    static Built of(Path folder, Map<Language, List<Program>> programs) throws IOException {
        Built built = new Built(folder);
        for (Map.Entry<Language, List<Program>> each : new TreeMap<>(programs).entrySet()) {
            for (Program program : each.getValue()) {
                Files.writeString(folder.resolve(program.fileName()), program.text());
            }
            switch (each.getKey()) {
                case C -> each.getValue().forEach(built::c);
                case PYTHON ->
                        built.run(
                                List.of("python3", "-W", "error", "-m", "py_compile"),
                                each.getValue());
                case JAVA -> {
                    List<String> command = new ArrayList<>(JAVA);
                    command.add(folder.toString());
                    built.run(command, each.getValue());
                }
            }
        }
        return built;
    }

    private void c(Program program) {
        List<String> command = new ArrayList<>(C);
        command.add(folder.resolve(program.process()).toString());
        run(command, List.of(program));
    }

    private void run(List<String> command, List<Program> programs) {
        List<String> all = new ArrayList<>(command);
        programs.forEach(program -> all.add(folder.resolve(program.fileName()).toString()));
        Tools.Run run = Tools.run(all);
        assertThat(run.output()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    /** Starts a program of this name; what it prints and says of failures goes to files. */
    Process start(Language language, Program program) throws IOException {
        String file = program.fileName();
        List<String> command =
                switch (language) {
                    case C -> List.of(folder.resolve(program.process()).toString());
                    case PYTHON ->
                            List.of("python3", "-W", "error", folder.resolve(file).toString());
                    case JAVA ->
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    folder.toString(),
                                    file.replace(".java", ""));
                };
        Path input = Files.writeString(folder.resolve("input"), "hello\n");
        return new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output(program).toFile())
                .redirectError(folder.resolve(program.process() + ".err").toFile())
                .start();
    }

    private Path output(Program program) {
        return folder.resolve(program.process() + ".out");
    }

    /** What it printed until it ended, which it has to do by itself. */
    String printed(Program program, Process process) throws IOException, InterruptedException {
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        String text = Files.readString(output(program), UTF_8);
        String failures = Files.readString(folder.resolve(program.process() + ".err"), UTF_8);
        assertThat(ended).as("%s ends; %s%s", program.fileName(), text, failures).isTrue();
        return text;
    }
}
