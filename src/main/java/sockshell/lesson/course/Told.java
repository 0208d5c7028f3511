package sockshell.lesson.course;

import java.util.List;
import java.util.Map;
import sockshell.lesson.Lesson;
import sockshell.lesson.Part;
import sockshell.lesson.Prediction;
import sockshell.lesson.Step;

/** Something that a lesson has to say to the learner; whoever shows it knows how. */
public sealed interface Told {

    /** The lesson begins: its title and introduction. */
    record Opened(Lesson lesson) implements Told {}

    /** A step, and which of how many it is. */
    record Shown(Step step, int number, int of) implements Told {}

    /** The step is done. */
    record Achieved(Step step) implements Told {}

    /** What was predicted, 0 for nothing, and what the kernel then did. */
    record Compared(Prediction prediction, int chosen) implements Told {}

    /** What the kernel would have answered in a session as the lesson's own. */
    record Unanswered(Prediction prediction) implements Told {}

    /** What differs, in the learner's own names. */
    record Missed(List<String> sentences) implements Told {
        public Missed {
            sentences = List.copyOf(sentences);
        }
    }

    /** A hint, which of how many, and how code in it reads in the learner's own names. */
    record Hinted(Part.Hint hint, int number, int of, Map<String, String> wording) implements Told {
        public Hinted {
            wording = Map.copyOf(wording);
        }
    }

    /** A sentence about the course itself. */
    record Remarked(String sentence) implements Told {}

    /** All steps are behind the learner. */
    record Ended(Lesson lesson, Progress progress) implements Told {}
}
