package sockshell.transcript.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Call.Language;

/** What a session can become. */
public enum Format {
    CAST("cast"),
    SVG("svg"),
    HTML("html"),
    MERMAID("mmd"),
    PCAPNG("pcapng"),
    C("c"),
    PYTHON("py"),
    JAVA("java");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /** How the names of such files end. */
    public String ending() {
        return ending;
    }

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> named(String word) {
        return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(Format::word).toList();
    }

    /** Programs are several files; anything else is one. */
    Optional<Language> language() {
        return switch (this) {
            case C -> Optional.of(Language.C);
            case PYTHON -> Optional.of(Language.PYTHON);
            case JAVA -> Optional.of(Language.JAVA);
            case CAST, SVG, HTML, MERMAID, PCAPNG -> Optional.empty();
        };
    }

    /** Whether the session has to be run for it; what was typed can be shown without. */
    public boolean needsRun() {
        return this != CAST;
    }
}
