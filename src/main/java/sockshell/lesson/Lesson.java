package sockshell.lesson;

import java.util.List;
import java.util.Optional;
import sockshell.transcript.Transcript;

/**
 * A lesson as its file has it. The transcript is all that stands in the steps' sock blocks, with
 * the file's own line numbers.
 */
public record Lesson(
        String name, Head head, List<Part> introduction, List<Step> steps, Transcript transcript) {
    public Lesson {
        introduction = List.copyOf(introduction);
        steps = List.copyOf(steps);
    }

    /** What stands in front of the text. */
    public record Head(String title, List<String> needs, String slides) {
        public Head {
            needs = List.copyOf(needs);
        }
    }

    /** The file that it was read from, as problems name it. */
    public String file() {
        return transcript.name();
    }

    /** The step of a name, and where it stands. */
    public Optional<Integer> place(String step) {
        int place = steps.stream().map(Step::name).toList().indexOf(step);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }
}
