package sockshell.lesson;

import java.util.List;
import java.util.stream.IntStream;

/** A lesson to begin with: it holds as it stands, but for the blanks that its author fills. */
public final class Skeleton {
    private static final String TEXT =
            """
            ---
            title: TITLE
            needs: []
            slides:
            ---
            # TITLE

            TODO: what this lesson shows, in two or three sentences.

            ## Make a socket

            TODO: what to do, and why. The learner sees this text, and not the block below,
            which is how you do it yourself.

            > **Predict.** TODO: ask what will happen.
            >
            > - [x] TODO: what happens
            > - [ ] TODO: what one might think
            >
            > TODO: why it is so. This is shown when the step is done.

            ```sock
            main> s = socket(AF_INET, SOCK_STREAM)
            main= 3
            ```

            ```check
            type(s) == SOCK_STREAM
            ```

            <details><summary>Hint</summary>

            TODO: help without doing it.

            </details>

            ## What to remember

            - TODO: three lines.

            To try alone: TODO: a question.
            """;

    private Skeleton() {}

    /** The text of a lesson of this title. */
    public static String of(String title) {
        return TEXT.replace("TITLE", title);
    }

    /** Whether a lesson still has blanks, and where: the lines from 1 on. */
    public static List<Integer> blanks(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).contains("TODO"))
                .boxed()
                .toList();
    }
}
