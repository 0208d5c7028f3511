package sockshell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A folder with the launcher and whatever a test puts beside it, and a way to start it in a clean
 * environment. The JDK is a stand-in that prints its arguments, unless a test needs a real one.
 */
record Checkout(Path folder) {
    private static final String EXECUTABLE = "rwxr-xr-x";

    /** What a start left behind. */
    record Outcome(int exit, String out, String err) {}

    static Checkout in(Path parent) throws IOException {
        Checkout checkout = new Checkout(Files.createDirectories(parent.resolve("a folder")));
        Files.copy(Path.of("sockshell"), checkout.launcher());
        Files.createDirectories(checkout.target());
        Files.createDirectories(checkout.bin());
        checkout.script(checkout.bin().resolve("java"), "printf '<%s>\\n' \"$@\"");
        Files.writeString(checkout.jdk().resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        return checkout;
    }

    Path launcher() {
        return folder.resolve("sockshell");
    }

    Path target() {
        return folder.resolve("target");
    }

    Path jar() {
        return target().resolve("sockshell.jar");
    }

    /** The stand-in; beside the checkout, as it is no part of it. */
    Path jdk() {
        return folder.resolveSibling("jdk");
    }

    Path bin() {
        return jdk().resolve("bin");
    }

    void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(EXECUTABLE));
    }

    /**
     * Puts a jar in place that runs the class given, which must not need another. Its bytes are
     * edited as Latin 1, so that the same class can have another constant of the same length.
     */
    void jarThatRuns(Class<?> main, UnaryOperator<String> edit) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String entry = main.getName().replace('.', '/') + ".class";
        Files.deleteIfExists(jar());
        try (OutputStream file = Files.newOutputStream(jar());
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream in = main.getClassLoader().getResourceAsStream(entry)) {
            String bytes = new String(Objects.requireNonNull(in).readAllBytes(), ISO_8859_1);
            out.putNextEntry(new JarEntry(entry));
            out.write(edit.apply(bytes).getBytes(ISO_8859_1));
        }
    }

    /** The caches of the JVM beside the jar. */
    List<Path> caches() throws IOException {
        return cachesIn(target());
    }

    static List<Path> cachesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    ProcessBuilder command(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", bin() + ":" + path);
        environment.put("SOCKSHELL_JAVA", jdk().toString());
        return builder;
    }

    Outcome start(String... arguments) throws IOException, InterruptedException {
        Stream<String> launcher = Stream.of(launcher().toString());
        return outcome(command(Stream.concat(launcher, Stream.of(arguments)).toList()));
    }

    /** With the JDK that runs the tests. */
    Outcome startForReal(String... arguments) throws IOException, InterruptedException {
        Stream<String> launcher = Stream.of(launcher().toString());
        ProcessBuilder builder = command(Stream.concat(launcher, Stream.of(arguments)).toList());
        builder.environment().put("SOCKSHELL_JAVA", System.getProperty("java.home"));
        return outcome(builder);
    }

    static Outcome outcome(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(60, SECONDS)) {
                process.destroyForcibly();
            }
            int exit = process.waitFor();
            return new Outcome(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
