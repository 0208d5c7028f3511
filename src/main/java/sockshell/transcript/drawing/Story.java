package sockshell.transcript.drawing;

import java.util.List;
import sockshell.lang.catalogue.Catalogue;
import sockshell.sys.Constants;
import sockshell.transcript.Beat;
import sockshell.transcript.Transcript;

/**
 * A session that was run, cut into steps, free of how it is shown. The introduction is what the
 * author says before the first statement, a paragraph each.
 */
public record Story(
        String title, List<String> introduction, List<String> columns, List<Step> steps) {
    public Story {
        introduction = List.copyOf(introduction);
        columns = List.copyOf(columns);
        steps = List.copyOf(steps);
    }

    public static Story of(
            String title,
            Transcript transcript,
            List<Beat> beats,
            Constants constants,
            Catalogue catalogue) {
        Cast cast = Cast.of(transcript, beats, constants, catalogue);
        Sentences sentences = new Sentences(cast, constants, catalogue);
        return new Storyteller(cast, sentences).story(title, beats);
    }
}
