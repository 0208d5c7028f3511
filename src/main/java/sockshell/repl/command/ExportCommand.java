package sockshell.repl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.repl.desk.Desk;
import sockshell.repl.editor.Home;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.transcript.Beat;
import sockshell.transcript.Transcript;
import sockshell.transcript.TranscriptReader;
import sockshell.transcript.export.Exported;
import sockshell.transcript.export.Exporter;
import sockshell.transcript.export.Format;

/** /export: the session so far, as it was measured, for other programs to open. */
final class ExportCommand {
    private final Desk desk;

    ExportCommand(Desk desk) {
        this.desk = desk;
    }

    void run(String argument) {
        String[] words = argument.split("\\s+", 2);
        Optional<Format> format = Format.named(words[0]);
        if (format.isEmpty() || words.length < 2) {
            desk.remark(
                    "/export takes a format and a file: one of "
                            + String.join(", ", Format.words())
                            + ". For programs the file is a folder.");
        } else {
            desk.archive()
                    .text()
                    .ifPresentOrElse(
                            text -> export(format.get(), words[1], text),
                            () -> desk.remark("The session is too long to be exported."));
        }
    }

    private void export(Format format, String file, String text) {
        Transcript transcript =
                TranscriptReader.read("session.skt", text.getBytes(StandardCharsets.UTF_8))
                        .transcript();
        Exported exported =
                new Exporter(desk.kernel(), desk.catalogue())
                        .of(format, transcript, beats(), Optional.empty());
        try {
            write(exported, Home.path(file));
        } catch (IOException e) {
            desk.remark("Cannot write to " + file + ": " + Home.reason(e) + ".");
        }
    }

    private List<Beat> beats() {
        List<Beat> beats = new ArrayList<>();
        for (Moment moment : desk.chronicle().moments()) {
            if (moment.event() instanceof Event.Typed(String process, var source)) {
                beats.add(new Beat.Typed(moment.number(), process, source.text()));
            }
            beats.add(new Beat.Happened(moment));
        }
        return beats;
    }

    private void write(Exported exported, Path path) throws IOException {
        switch (exported) {
            case Exported.Document document -> {
                if (isFree(path)) {
                    Files.write(path, document.content().toArray());
                    desk.remark("Written to " + path + ".");
                }
            }
            case Exported.Programs programs -> {
                Files.createDirectories(path);
                for (Exported.Named each : programs.files()) {
                    Path file = path.resolve(each.name());
                    if (isFree(file)) {
                        Files.write(file, each.bytes());
                        desk.remark("Written to " + file + ".");
                    }
                }
            }
            case Exported.Nothing(String reason) ->
                    desk.remark("Nothing is written: " + reason + ".");
        }
    }

    private boolean isFree(Path file) {
        return !Files.exists(file) || desk.confirms(file + " is there already. Write over it?");
    }
}
