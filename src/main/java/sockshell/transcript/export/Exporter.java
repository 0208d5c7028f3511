package sockshell.transcript.export;

import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Call.Language;
import sockshell.lang.catalogue.Catalogue;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;
import sockshell.sys.Kernel;
import sockshell.transcript.Beat;
import sockshell.transcript.Transcript;
import sockshell.transcript.drawing.HtmlPage;
import sockshell.transcript.drawing.Mermaid;
import sockshell.transcript.drawing.Story;
import sockshell.transcript.drawing.SvgDrawing;
import sockshell.transcript.film.Cast;
import sockshell.transcript.film.Film;
import sockshell.transcript.packets.Packets;
import sockshell.transcript.packets.Pcapng;
import sockshell.transcript.packets.Synthetic;
import sockshell.transcript.program.Programs;

/** Makes of a session that was run what other programs open. */
public final class Exporter {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 24;

    private final Constants constants;
    private final Catalogue catalogue;

    public Exporter(Kernel kernel, Catalogue catalogue) {
        this.catalogue = catalogue;
        constants = kernel.constants();
    }

    /** The packets that were captured, if any could be; otherwise they are made from the calls. */
    public Exported of(
            Format format, Transcript transcript, List<Beat> beats, Optional<Packets> captured) {
        return switch (format) {
            case CAST ->
                    Exported.Document.of(new Cast(Film.of(transcript, true), WIDTH, HEIGHT).text());
            case SVG -> Exported.Document.of(SvgDrawing.of(story(transcript, beats)));
            case HTML -> Exported.Document.of(HtmlPage.of(story(transcript, beats)));
            case MERMAID -> Exported.Document.of(Mermaid.of(story(transcript, beats)));
            case PCAPNG ->
                    packets(captured.orElseGet(() -> Synthetic.of(beats, constants, catalogue)));
            case C, PYTHON, JAVA -> programs(format.language().orElseThrow(), beats);
        };
    }

    private Story story(Transcript transcript, List<Beat> beats) {
        return Story.of(transcript.title(), transcript, beats, constants, catalogue);
    }

    private static Exported packets(Packets packets) {
        return switch (packets) {
            case Packets.Some some -> new Exported.Document(Bytes.of(Pcapng.of(some)));
            case Packets.None(String reason) -> new Exported.Nothing(reason);
        };
    }

    private Exported programs(Language language, List<Beat> beats) {
        return new Exported.Programs(
                new Programs(catalogue, constants)
                        .of(language, Script.of(beats, catalogue)).stream()
                                .map(each -> new Exported.Named(each.fileName(), each.text()))
                                .toList());
    }
}
