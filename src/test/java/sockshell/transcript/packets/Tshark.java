package sockshell.transcript.packets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sockshell.Tools;

/** A file of packets as tshark(1) reads it, all checksums looked at. */
record Tshark(Path file) {
    private static final List<String> PROTOCOLS = List.of("ip", "tcp", "udp");

    static Tshark of(Path folder, Packets packets) {
        Tools.need("tshark");
        Tools.need("capinfos");
        if (!(packets instanceof Packets.Some some)) {
            throw new AssertionError(packets);
        }
        try {
            return new Tshark(Files.write(folder.resolve("a.pcapng"), Pcapng.of(some)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A line for each packet, with the fields between blanks. */
    List<String> fields(String filter, String... names) {
        List<String> rest = new ArrayList<>(List.of("-Y", filter, "-T", "fields"));
        rest.addAll(List.of("-E", "separator= "));
        Stream.of(names).forEach(name -> rest.addAll(List.of("-e", name)));
        return lines(rest);
    }

    /** What tshark has to say against it: bad checksums, malformed packets, and so on. */
    List<String> complaints() {
        String bad =
                "_ws.malformed || _ws.expert.severity >= warning || ip.checksum.status == Bad"
                        + " || tcp.checksum.status == Bad || udp.checksum.status == Bad";
        return lines(List.of("-Y", bad));
    }

    private List<String> lines(List<String> rest) {
        List<String> command = new ArrayList<>(List.of("tshark", "-r", file.toString()));
        PROTOCOLS.forEach(name -> command.addAll(List.of("-o", name + ".check_checksum:TRUE")));
        command.addAll(rest);
        return run(command)
                .lines()
                .filter(line -> !line.startsWith("Running as user"))
                .map(String::strip)
                .toList();
    }

    String capinfos() {
        return run(List.of("capinfos", "-M", file.toString()));
    }

    private static String run(List<String> command) {
        Tools.Run run = Tools.run(command);
        if (run.exit() != 0) {
            throw new AssertionError(run.output());
        }
        return run.output();
    }
}
